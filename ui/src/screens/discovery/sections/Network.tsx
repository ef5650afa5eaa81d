/** The parts of the network and the places they stand for. */
import { useMemo } from "react";
import type { EmergencyLocation } from "@/bindings/EmergencyLocation";
import type { NetworkSegment } from "@/bindings/NetworkSegment";
import type { NetworkSegmentValues } from "@/bindings/NetworkSegmentValues";
import { call } from "@/queries/commands";
import { choicesOf, labels, words } from "@/words";
import { columnsOf, type RowKind } from "../rows/kind";
import { RowTable } from "../rows/RowTable";
import type { SectionProps } from "./types";

export function Network({ discovery }: SectionProps) {
  const { emergencyLocations } = discovery;
  const kind = useMemo(() => segments(emergencyLocations), [emergencyLocations]);
  return <RowTable kind={kind} discovery={discovery} />;
}

const say = words.discovery.network;

function segments(locations: EmergencyLocation[]): RowKind<NetworkSegment, NetworkSegmentValues> {
  const places = locations.map(({ id, name }) => ({ value: id, label: name }));
  return {
    list: "networkSegments",
    label: words.discovery.sections.network,
    add: say.add,
    columns: columnsOf<NetworkSegmentValues>({
      kind: {
        label: say.kind,
        editor: { kind: "choice", choices: choicesOf(labels.networkKind) },
        required: true,
        width: 160,
      },
      identifier: { label: say.identifier, editor: { kind: "text" }, required: true, width: 150 },
      port: { label: say.port, editor: { kind: "text" }, isNeverNull: true, width: 70 },
      emergencyLocationId: {
        label: say.location,
        editor: { kind: "choice", choices: places },
        width: 130,
      },
      description: { label: say.description, editor: { kind: "text" }, more: "narrow", width: 160 },
    }),
    blank: () => ({ kind: null, identifier: "", port: "", emergencyLocationId: null, description: null }),
    nameOf: ({ kind, identifier, port }) =>
      [labels.networkKind[kind], identifier, port].filter(Boolean).join(" "),
    save: (request) => call("network_segment_save", request),
    remove: (request) => call("network_segment_remove", request),
  };
}
