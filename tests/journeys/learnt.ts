/** What somebody has learnt at a site, for journeys that are about something else: rows of each kind, some with findings. */
import type { CircuitValues } from "../../ui/src/bindings/CircuitValues";
import type { SpecialLineValues } from "../../ui/src/bindings/SpecialLineValues";
import type { Host } from "./host";

export async function writeDown(host: Host, siteId: string) {
  const add = { siteId, id: null, revision: null };
  for (const values of CIRCUITS) await host.call("circuit_save", { ...add, values });
  for (const values of LINES) await host.call("special_line_save", { ...add, values });
  const place = await host.call("emergency_location_save", {
    ...add,
    values: {
      ...{ name: "Front desk", companyName: null, building: "Main", floor: "1", room: null },
      ...{ houseNumber: "100", houseNumberSuffix: null, streetName: "Main", streetSuffix: "Street" },
      ...{ city: "Dallas", state: "TX", postalCode: null, country: "US", elin: null, notes: null },
    },
  });
  await host.call("network_segment_save", {
    ...add,
    values: {
      ...{ emergencyLocationId: place.id, kind: "subnet", identifier: "10.20.0.0/16" },
      ...{ port: "", description: null },
    },
  });
  await host.call("legacy_system_save", {
    ...add,
    values: {
      ...{ vendor: "Avaya", model: "IP Office", version: null, outsideLineDigit: "8", extensionLength: 3 },
      ...{ internalRanges: [{ first: "200", last: "299" }], maintainedBy: null, notes: null },
    },
  });
}

const CIRCUIT = { losingAccountId: null, circuitId: null, channels: null, btn: null, notes: null } as const;

const CIRCUITS: CircuitValues[] = [
  {
    ...{ ...CIRCUIT, carrierName: "Old Telco", kind: "pri", circuitId: "12/HCGS/100200", channels: 23 },
    ...{ contractEnd: "2027-08-14", monthlyCostCents: 78012, disconnectOn: null },
  },
  {
    ...{ ...CIRCUIT, carrierName: "Cable Co", kind: "sip", channels: 10 },
    ...{ contractEnd: "2027-01-31", monthlyCostCents: 24000, disconnectOn: "2027-04-15" },
  },
];

const LINE = { losingAccountId: null, owner: null, decidedBy: null, notes: null } as const;

const LINES: SpecialLineValues[] = [
  { ...LINE, kind: "elevator", number: "214-555-0190", location: "Shaft 1", decision: "keep" },
  { ...LINE, kind: "fax", number: null, location: "Nurse station", decision: "unknown" },
  { ...LINE, kind: "alarm", number: "214-555-0191", location: "Lobby", decision: "analog_adapter" },
];
