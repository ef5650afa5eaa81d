/** Which orders the views show, as the address says. Pure. */
import type { PortOrderRow } from "@/bindings/PortOrderRow";
import type { PortOrderStatus } from "@/bindings/PortOrderStatus";
import { labels } from "@/words";

export type OrderView = "table" | "board" | "calendar";

export interface OrderSearch {
  view?: OrderView;
  customer?: string;
  carrier?: string;
  status?: PortOrderStatus;
  /** The day in the calendar, `YYYY-MM-DD`. */
  day?: string;
}

const VIEWS: readonly unknown[] = ["table", "board", "calendar"];

export function parseOrderSearch(search: Record<string, unknown>): OrderSearch {
  const text = (value: unknown) => (typeof value === "string" && value !== "" ? value : undefined);
  const status = text(search.status);
  const day = text(search.day);
  return {
    view: VIEWS.includes(search.view) ? (search.view as OrderView) : undefined,
    customer: text(search.customer),
    carrier: text(search.carrier),
    status: status && status in labels.portOrderStatus ? (status as PortOrderStatus) : undefined,
    day: day && /^\d{4}-\d{2}-\d{2}$/.test(day) ? day : undefined,
  };
}

export function isFiltered({ customer, carrier, status }: OrderSearch): boolean {
  return Boolean(customer || carrier || status);
}

export function filterOrders(orders: readonly PortOrderRow[], search: OrderSearch): readonly PortOrderRow[] {
  const { customer, carrier, status } = search;
  if (!isFiltered(search)) return orders;
  return orders.filter(
    (order) =>
      (!customer || order.customerId === customer) &&
      (!carrier || order.carrierId === carrier) &&
      (!status || order.status === status),
  );
}

export interface FilterChoices {
  customers: { value: string; label: string }[];
  carriers: { value: string; label: string }[];
}

/** The customers and carriers that orders have, each once, by name. */
export function choicesIn(orders: readonly PortOrderRow[]): FilterChoices {
  const customers = new Map<string, string>();
  const carriers = new Map<string, string>();
  for (const order of orders) {
    customers.set(order.customerId, order.customerName);
    carriers.set(order.carrierId, order.carrierName);
  }
  return { customers: byName(customers), carriers: byName(carriers) };
}

function byName(names: Map<string, string>) {
  const choices = [...names].map(([value, label]) => ({ value, label }));
  return choices.sort((one, other) => one.label.localeCompare(other.label));
}
