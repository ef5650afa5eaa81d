/** When a site is open, and on which days it is not as in every other week. */
import type { SiteDiscovery } from "@/bindings/SiteDiscovery";
import { HolidaysSection } from "./HolidaysSection";
import { HoursSection } from "./HoursSection";

export function HoursAndHolidays({ discovery }: { discovery: SiteDiscovery }) {
  return (
    <>
      <HoursSection discovery={discovery} />
      <HolidaysSection discovery={discovery} />
    </>
  );
}
