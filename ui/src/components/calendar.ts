/** Days without a clock, `YYYY-MM-DD`, moved by days and months. Pure. */

const title = new Intl.DateTimeFormat("en-US", { year: "numeric", month: "long", timeZone: "UTC" });

const iso = (date: Date) => date.toISOString().slice(0, 10);

function at(date: string): Date {
  return new Date(`${date}T00:00:00Z`);
}

export function addDays(date: string, days: number): string {
  const day = at(date);
  day.setUTCDate(day.getUTCDate() + days);
  return iso(day);
}

/** The same day of another month, or its last one. */
export function addMonths(date: string, months: number): string {
  const day = at(date);
  const wanted = day.getUTCDate();
  day.setUTCDate(1);
  day.setUTCMonth(day.getUTCMonth() + months);
  const last = new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + 1, 0)).getUTCDate();
  day.setUTCDate(Math.min(wanted, last));
  return iso(day);
}

/** `YYYY-MM` of a day. */
export function monthOf(date: string): string {
  return date.slice(0, 7);
}

export function monthTitle(date: string): string {
  return title.format(at(date));
}

/** The weeks of a month from Monday to Sunday, with the days of its neighbours that fill them. */
export function weeksOf(month: string): string[][] {
  const first = `${month}-01`;
  let day = addDays(first, -((at(first).getUTCDay() + 6) % 7));
  const weeks: string[][] = [];
  while (weeks.length === 0 || monthOf(day) === month) {
    weeks.push(Array.from({ length: 7 }, (_, index) => addDays(day, index)));
    day = addDays(day, 7);
  }
  return weeks;
}
