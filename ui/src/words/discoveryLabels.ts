/** What the codes of site discovery are called on screen. */
import type { CircuitKind } from "@/bindings/CircuitKind";
import type { DeviceKind } from "@/bindings/DeviceKind";
import type { DiscoveryState } from "@/bindings/DiscoveryState";
import type { NetworkKind } from "@/bindings/NetworkKind";
import type { Severity } from "@/bindings/Severity";
import type { SpecialLineDecision } from "@/bindings/SpecialLineDecision";
import type { SpecialLineKind } from "@/bindings/SpecialLineKind";

type Labels<Code extends string> = Readonly<Record<Code, string>>;

const discoveryState: Labels<DiscoveryState> = {
  open: "Open",
  answered: "Answered",
  unknown: "Unknown",
  not_applicable: "Not applicable",
};

const circuitKind: Labels<CircuitKind> = { pri: "PRI", sip: "SIP", analog: "Analog" };

const networkKind: Labels<NetworkKind> = {
  subnet: "Subnet",
  switch: "Switch",
  switch_port: "Switch port",
  access_point: "Wi-Fi access point",
};

const specialLineKind: Labels<SpecialLineKind> = {
  fax: "Fax",
  alarm: "Alarm",
  elevator: "Elevator",
  door: "Door",
  gate: "Gate",
  paging: "Paging",
  modem: "Modem",
  payment_terminal: "Payment terminal",
  other: "Other",
};

const specialLineDecision: Labels<SpecialLineDecision> = {
  unknown: "Undecided",
  teams: "Teams",
  analog_adapter: "Analog adapter",
  keep: "Keep",
  e_fax: "E-fax",
  retire: "Retire",
};

const deviceKind: Labels<DeviceKind> = {
  desk_phone: "Desk phone",
  conference_phone: "Conference phone",
  analog_adapter: "Analog adapter",
  gateway: "Gateway",
  paging: "Paging",
  recorder: "Recorder",
  music_source: "Music source",
  headset: "Headset",
  other: "Other",
};

const severity: Labels<Severity> = { error: "Error", warning: "Warning" };

export const discoveryLabels = {
  severity,
  discoveryState,
  circuitKind,
  networkKind,
  specialLineKind,
  specialLineDecision,
  deviceKind,
} as const;
