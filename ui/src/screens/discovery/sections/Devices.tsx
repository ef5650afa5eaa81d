/** The equipment of a site and whether it stays. */
import type { Device } from "@/bindings/Device";
import type { DeviceValues } from "@/bindings/DeviceValues";
import { call } from "@/queries/commands";
import { choicesOf, labels, words } from "@/words";
import { columnsOf, type RowKind } from "../rows/kind";
import { RowTable } from "../rows/RowTable";
import type { SectionProps } from "./types";

export function Devices({ discovery }: SectionProps) {
  return <RowTable kind={DEVICES} discovery={discovery} />;
}

const say = words.discovery.devices;

const DEVICES: RowKind<Device, DeviceValues> = {
  list: "devices",
  label: words.discovery.sections.devices,
  add: say.add,
  columns: columnsOf<DeviceValues>({
    kind: {
      label: say.kind,
      editor: { kind: "choice", choices: choicesOf(labels.deviceKind) },
      required: true,
      width: 150,
    },
    quantity: { label: say.quantity, editor: { kind: "number" }, required: true, width: 88 },
    vendor: { label: say.vendor, editor: { kind: "text" }, width: 104 },
    model: { label: say.model, editor: { kind: "text" }, width: 104 },
    isKept: { label: say.isKept, editor: { kind: "check" }, width: 56 },
    location: { label: say.location, editor: { kind: "text" }, width: 100 },
    notes: { label: words.discovery.section.notes, editor: { kind: "long" }, more: "always" },
  }),
  blank: () => ({
    kind: null,
    quantity: null,
    vendor: null,
    model: null,
    isKept: false,
    location: null,
    notes: null,
  }),
  nameOf: ({ kind, vendor, model }) => [labels.deviceKind[kind], vendor, model].filter(Boolean).join(" "),
  save: (request) => call("device_save", request),
  remove: (request) => call("device_remove", request),
};
