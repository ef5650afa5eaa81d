/** The licenses on hand, and those bought for the migration. */
import type { License } from "@/bindings/License";
import type { LicenseValues } from "@/bindings/LicenseValues";
import { call } from "@/queries/commands";
import { words } from "@/words";
import { columnsOf, type RowKind } from "../rows/kind";
import { RowTable } from "../rows/RowTable";
import type { SectionProps } from "./types";

export function Licenses({ discovery }: SectionProps) {
  return <RowTable kind={LICENSES} discovery={discovery} />;
}

const say = words.discovery.licenses;

const LICENSES: RowKind<License, LicenseValues> = {
  list: "licenses",
  label: words.discovery.sections.licenses,
  add: say.add,
  columns: columnsOf<LicenseValues>({
    sku: { label: say.sku, editor: { kind: "text" }, required: true, width: 180 },
    quantity: { label: say.quantity, editor: { kind: "number" }, required: true, width: 90 },
    assigned: { label: say.assigned, editor: { kind: "number" }, required: true, width: 90 },
    monthlyCostCents: { label: say.monthlyCost, editor: { kind: "money" }, width: 110 },
    isNew: { label: say.isNew, editor: { kind: "check" }, width: 80 },
    notes: { label: words.discovery.section.notes, editor: { kind: "long" }, more: "always" },
  }),
  blank: () => ({ sku: "", quantity: null, assigned: 0, monthlyCostCents: null, isNew: false, notes: null }),
  nameOf: ({ sku }) => sku,
  save: (request) => call("license_save", request),
  remove: (request) => call("license_remove", request),
};
