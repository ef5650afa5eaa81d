/** The places of a site to which help can be sent, each with the parts of the network that stand for it. */
import { Link } from "@tanstack/react-router";
import type { EmergencyLocation } from "@/bindings/EmergencyLocation";
import type { EmergencyLocationValues } from "@/bindings/EmergencyLocationValues";
import type { SiteDiscovery } from "@/bindings/SiteDiscovery";
import { call } from "@/queries/commands";
import { words } from "@/words";
import { spellingsOf } from "../findings";
import { columnsOf, type RowKind } from "../rows/kind";
import { RowTable } from "../rows/RowTable";
import { Spellings } from "../Spellings";
import type { SectionProps } from "./types";

export function Emergency({ discovery }: SectionProps) {
  return <RowTable kind={LOCATIONS} discovery={discovery} />;
}

const say = words.discovery.emergency;

const LOCATIONS: RowKind<EmergencyLocation, EmergencyLocationValues> = {
  list: "emergencyLocations",
  label: words.discovery.sections.emergency,
  add: say.add,
  columns: columnsOf<EmergencyLocationValues>({
    name: { label: say.name, editor: { kind: "text" }, required: true, width: 130 },
    building: { label: say.building, editor: { kind: "text" }, width: 90 },
    floor: { label: say.floor, editor: { kind: "text" }, width: 64 },
    room: { label: say.room, editor: { kind: "text" }, width: 80 },
    houseNumber: { label: say.houseNumber, editor: { kind: "text" }, width: 72 },
    streetName: { label: say.streetName, editor: { kind: "text" }, width: 110 },
    houseNumberSuffix: { label: say.houseNumberSuffix, editor: { kind: "text" }, more: "always" },
    streetSuffix: { label: say.streetSuffix, editor: { kind: "text" }, more: "narrow", width: 70 },
    city: { label: words.site.city, editor: { kind: "text" }, more: "narrow", width: 110 },
    state: { label: words.site.state, editor: { kind: "text" }, more: "always" },
    postalCode: { label: words.site.postalCode, editor: { kind: "text" }, more: "narrow", width: 80 },
    country: { label: words.site.country, editor: { kind: "text" }, more: "always" },
    companyName: { label: say.companyName, editor: { kind: "text" }, more: "always" },
    elin: { label: say.elin, editor: { kind: "phone" }, more: "always" },
    notes: { label: words.discovery.section.notes, editor: { kind: "long" }, more: "always" },
  }),
  blank: ({ country, city, state, postalCode }) => ({
    name: "",
    building: null,
    floor: null,
    room: null,
    houseNumber: null,
    streetName: null,
    houseNumberSuffix: null,
    streetSuffix: null,
    city,
    state,
    postalCode,
    country,
    companyName: null,
    elin: null,
    notes: null,
  }),
  nameOf: ({ name }) => name,
  note: (location, discovery) => (
    <>
      <Segments location={location} discovery={discovery} />
      <Spellings of={spellingsOf(discovery, location.id)} />
    </>
  ),
  save: (request) => call("emergency_location_save", request),
  remove: (request) => call("emergency_location_remove", request),
};

function Segments({ location, discovery }: { location: EmergencyLocation; discovery: SiteDiscovery }) {
  const segments = discovery.networkSegments.filter((segment) => segment.emergencyLocationId === location.id);
  return (
    <p className="flex flex-wrap items-center gap-x-2 text-muted text-small">
      {segments.length === 0 ? say.noSegments : say.segments}
      {segments.map(({ id, identifier, port }) => (
        <Link
          key={id}
          to="/sites/$siteId"
          params={{ siteId: discovery.site.id }}
          search={{ section: "network", row: id, field: "emergencyLocationId" }}
          className="number inline-flex min-h-6 items-center pointer-coarse:min-h-8"
        >
          {[identifier, port].filter(Boolean).join(" ")}
        </Link>
      ))}
    </p>
  );
}
