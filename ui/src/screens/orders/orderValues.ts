/** What the fields of an order hold in every dialog that shows them, and what the wire is told of them. */
import type { AddPortOrder } from "@/bindings/AddPortOrder";
import type { NumberRow } from "@/bindings/NumberRow";
import type { PortScope } from "@/bindings/PortScope";
import { orNull } from "@/components/FormDialog";

export interface OrderValues {
  losingAccountId: string;
  scope: PortScope | "";
  pon: string;
  desiredDate: string;
  newBtn: string;
  signerContactId: string;
  resporgId: string;
  notes: string;
}

/** Numbers that share one losing account suggest it. */
export function valuesFor(numbers: NumberRow[]): OrderValues {
  const accounts = new Set(numbers.map((number) => number.losingAccountId));
  const [only] = accounts;
  return {
    losingAccountId: accounts.size === 1 && only ? only : "",
    scope: "",
    pon: "",
    desiredDate: "",
    newBtn: "",
    signerContactId: "",
    resporgId: "",
    notes: "",
  };
}

/** The order that is asked for over these numbers. */
export function orderOf(values: OrderValues, migrationId: string, numbers: NumberRow[]): AddPortOrder {
  return {
    migrationId,
    losingAccountId: orNull(values.losingAccountId),
    phoneNumberIds: numbers.map((number) => number.id),
    scope: values.scope === "" ? null : values.scope,
    pon: orNull(values.pon),
    desiredDate: orNull(values.desiredDate),
    newBtn: orNull(values.newBtn),
    signerContactId: orNull(values.signerContactId),
    resporgId: orNull(values.resporgId),
    notes: orNull(values.notes),
  };
}
