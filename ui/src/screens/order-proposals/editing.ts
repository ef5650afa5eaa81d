/** Changes to proposed orders before they are made. Every change gives new orders and leaves the old ones alone. */
import type { ChosenPortOrder } from "@/bindings/ChosenPortOrder";
import type { ProposedPortOrder } from "@/bindings/ProposedPortOrder";

/** The orders as they stand, ready to be changed and checked again. */
export function chosenFrom(orders: readonly ProposedPortOrder[]): ChosenPortOrder[] {
  return orders.map(({ numbers, desiredDate }) => ({
    phoneNumberIds: numbers.flatMap((number) => number.phoneNumberIds),
    desiredDate,
  }));
}

/** The place of a shown order among those that are being changed: what is shown may still be a step behind. */
export function placeOf(orders: readonly ChosenPortOrder[], shown: ProposedPortOrder): number {
  const [first] = shown.numbers.flatMap((number) => number.phoneNumberIds);
  return orders.findIndex((order) => first !== undefined && order.phoneNumberIds.includes(first));
}

/** Where numbers go: into another order, into one of their own, or nowhere. */
export type Destination = { order: number } | "new" | "nowhere";

/** Takes numbers out of one order; an order that is left without numbers goes away. */
export function moved(
  orders: readonly ChosenPortOrder[],
  from: number,
  ids: readonly string[],
  to: Destination,
): ChosenPortOrder[] {
  // An order that has gone meanwhile takes nothing; the numbers stay where they are.
  if (typeof to === "object" && !orders[to.order]) return [...orders];
  const moving = new Set(ids);
  const changed = orders.map((order, index) => {
    if (index === from) {
      return { ...order, phoneNumberIds: order.phoneNumberIds.filter((id) => !moving.has(id)) };
    }
    if (typeof to === "object" && index === to.order) {
      return { ...order, phoneNumberIds: [...order.phoneNumberIds, ...ids] };
    }
    return order;
  });
  if (to === "new") {
    // Beside the order it comes from: an account's last order holds the BTN.
    changed.splice(from, 0, { phoneNumberIds: [...ids], desiredDate: orders[from]?.desiredDate ?? null });
  }
  return changed.filter((order) => order.phoneNumberIds.length > 0);
}

export function dropped(orders: readonly ChosenPortOrder[], index: number): ChosenPortOrder[] {
  return orders.filter((_, at) => at !== index);
}

export function dated(
  orders: readonly ChosenPortOrder[],
  index: number,
  desiredDate: string | null,
): ChosenPortOrder[] {
  return orders.map((order, at) => (at === index ? { ...order, desiredDate } : order));
}
