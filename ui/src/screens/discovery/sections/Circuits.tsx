/** The trunks and circuits of a site, with what their contracts still cost. */
import { useMemo } from "react";
import type { Circuit } from "@/bindings/Circuit";
import type { CircuitValues } from "@/bindings/CircuitValues";
import type { Choice } from "@/components/Field";
import { call } from "@/queries/commands";
import { choicesOf, labels, words } from "@/words";
import { columnsOf, type RowKind } from "../rows/kind";
import { RowTable } from "../rows/RowTable";
import type { SectionProps } from "./types";
import { useAccountsOf } from "./useAccountsOf";

export function Circuits({ discovery }: SectionProps) {
  const accounts = useAccountsOf(discovery.site.customerId);
  const kind = useMemo(() => circuits(accounts), [accounts]);
  return <RowTable kind={kind} discovery={discovery} />;
}

const say = words.discovery.circuits;

function circuits(accounts: Choice[]): RowKind<Circuit, CircuitValues> {
  return {
    list: "circuits",
    label: words.discovery.sections.circuits,
    add: say.add,
    columns: columnsOf<CircuitValues>({
      carrierName: { label: say.carrierName, editor: { kind: "text" }, required: true, width: 108 },
      kind: {
        label: say.kind,
        editor: { kind: "choice", choices: choicesOf(labels.circuitKind) },
        required: true,
        width: 68,
      },
      monthlyCostCents: { label: say.monthlyCost, editor: { kind: "money" }, width: 76 },
      contractEnd: { label: say.contractEnd, editor: { kind: "date" }, width: 126 },
      disconnectOn: { label: say.disconnectOn, editor: { kind: "date" }, width: 126 },
      circuitId: { label: say.circuitId, editor: { kind: "text" }, more: "narrow", width: 130 },
      channels: { label: say.channels, editor: { kind: "number" }, more: "narrow", width: 76 },
      btn: { label: say.btn, editor: { kind: "text" }, more: "always" },
      losingAccountId: { label: say.account, editor: { kind: "choice", choices: accounts }, more: "always" },
      notes: { label: words.discovery.section.notes, editor: { kind: "long" }, more: "always" },
    }),
    blank: () => ({
      carrierName: "",
      kind: null,
      monthlyCostCents: null,
      contractEnd: null,
      disconnectOn: null,
      circuitId: null,
      channels: null,
      btn: null,
      losingAccountId: null,
      notes: null,
    }),
    nameOf: ({ carrierName, kind, circuitId }) =>
      [kind && labels.circuitKind[kind], circuitId, carrierName].filter(Boolean).join(" "),
    save: (request) => call("circuit_save", request),
    remove: (request) => call("circuit_remove", request),
  };
}
