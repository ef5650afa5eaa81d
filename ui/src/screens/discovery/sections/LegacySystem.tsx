/** The system that is replaced, and the dialing habits that the new one has to heed. */
import type { LegacySystem as System } from "@/bindings/LegacySystem";
import type { LegacySystemValues } from "@/bindings/LegacySystemValues";
import { call } from "@/queries/commands";
import { words } from "@/words";
import { columnsOf, type RowKind } from "../rows/kind";
import { RowTable } from "../rows/RowTable";
import type { SectionProps } from "./types";

export function LegacySystem({ discovery }: SectionProps) {
  return <RowTable kind={SYSTEMS} discovery={discovery} />;
}

const say = words.discovery.legacySystem;

const SYSTEMS: RowKind<System, LegacySystemValues> = {
  list: "legacySystems",
  label: words.discovery.sections.legacy_system,
  add: say.add,
  columns: columnsOf<LegacySystemValues>({
    vendor: { label: say.vendor, editor: { kind: "text" }, required: true, width: 136 },
    model: { label: say.model, editor: { kind: "text" }, width: 104 },
    outsideLineDigit: { label: say.outsideLineDigit, editor: { kind: "text" }, width: 76 },
    extensionLength: { label: say.extensionLength, editor: { kind: "number" }, width: 84 },
    internalRanges: { label: say.internalRanges, editor: { kind: "ranges" }, width: 180 },
    version: { label: say.version, editor: { kind: "text" }, more: "narrow", width: 90 },
    maintainedBy: { label: say.maintainedBy, editor: { kind: "text" }, more: "narrow", width: 120 },
    notes: { label: words.discovery.section.notes, editor: { kind: "long" }, more: "always" },
  }),
  blank: () => ({
    vendor: "",
    model: null,
    outsideLineDigit: null,
    extensionLength: null,
    internalRanges: [],
    version: null,
    maintainedBy: null,
    notes: null,
  }),
  nameOf: ({ vendor, model }) => [vendor, model].filter(Boolean).join(" "),
  save: (request) => call("legacy_system_save", request),
  remove: (request) => call("legacy_system_remove", request),
};
