/** Lists whose parts are replaced, removed and moved by place. Pure. */

export function replaced<T>(list: readonly T[], index: number, part: T): T[] {
  return list.map((old, place) => (place === index ? part : old));
}

export function without<T>(list: readonly T[], index: number): T[] {
  return list.filter((_, place) => place !== index);
}

/** The list with one part moved by so many places, as far as there is room. */
export function moved<T>(list: readonly T[], index: number, by: number): T[] {
  const to = Math.min(Math.max(index + by, 0), list.length - 1);
  const part = list[index];
  if (part === undefined || to === index) return [...list];
  const rest = without(list, index);
  return [...rest.slice(0, to), part, ...rest.slice(to)];
}
