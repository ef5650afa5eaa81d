/** The sections of a site with how far each is. One tab stop; the arrow keys go from entry to entry. */
import { Link } from "@tanstack/react-router";
import { CircleAlert, TriangleAlert } from "lucide-react";
import type { KeyboardEvent } from "react";
import type { SectionCompleteness } from "@/bindings/SectionCompleteness";
import type { SiteCompleteness } from "@/bindings/SiteCompleteness";
import type { SiteDiscovery } from "@/bindings/SiteDiscovery";
import { words } from "@/words";
import { countBySeverity, findingsOfSection } from "./findings";
import { SITE_PAGES } from "./pages";
import { StateChip } from "./StateChip";

interface SectionNavProps {
  discovery: SiteDiscovery;
  completeness: SiteCompleteness;
  chosen: string;
}

export function SectionNav({ discovery, completeness, chosen }: SectionNavProps) {
  const params = { siteId: discovery.site.id };
  const entry = (key: string) => ({
    to: "/sites/$siteId" as const,
    params,
    search: { section: key },
    className: "section-link",
    tabIndex: key === chosen ? 0 : -1,
    "aria-current": key === chosen ? ("page" as const) : undefined,
  });
  return (
    <nav
      aria-label={words.discovery.parts}
      className="w-52 flex-none overflow-auto border-line border-r bg-surface p-2"
      onKeyDown={moveFocus}
    >
      <ul className="flex flex-col gap-0.5">
        {completeness.sections.map((section) => (
          <li key={section.section}>
            <Link {...entry(section.section)}>
              <Entry section={section} discovery={discovery} />
            </Link>
          </li>
        ))}
        {SITE_PAGES.map(({ key, label, icon: Icon }) => (
          <li key={key}>
            <Link {...entry(key)}>
              <span className="flex items-center gap-2">
                <Icon aria-hidden className="size-4" />
                {label}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Entry({ section, discovery }: { section: SectionCompleteness; discovery: SiteDiscovery }) {
  const required = section.missing.filter((item) => item.required).length;
  return (
    <>
      <span className="flex items-center gap-1">
        <span className="min-w-0 flex-1 truncate">{words.discovery.sections[section.section]}</span>
        <FindingCounts discovery={discovery} section={section} />
      </span>
      <span className="flex items-center gap-1 font-normal text-muted text-small">
        <StateChip state={section.state} />
        <span className="tabular-nums">{words.discovery.percent(section.score.percent)}</span>
        {required > 0 && (
          <span className="ml-auto whitespace-nowrap text-warn tabular-nums">
            {words.discovery.missingShort(required)}
          </span>
        )}
      </span>
    </>
  );
}

function FindingCounts({ discovery, section }: { section: SectionCompleteness; discovery: SiteDiscovery }) {
  const { errors, warnings } = countBySeverity(findingsOfSection(discovery, section.section));
  if (errors + warnings === 0) return null;
  const Icon = errors > 0 ? CircleAlert : TriangleAlert;
  return (
    <span
      className={`flex items-center gap-0.5 text-small ${errors > 0 ? "text-danger" : "text-warn"}`}
      title={words.discovery.findings(errors, warnings)}
    >
      <Icon aria-hidden className="size-3.5" />
      <span aria-hidden>{errors + warnings}</span>
      <span className="visually-hidden">{words.discovery.findings(errors, warnings)}</span>
    </span>
  );
}

function moveFocus(event: KeyboardEvent<HTMLElement>) {
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>("a")];
  const at = links.indexOf(document.activeElement as HTMLElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: links.length - 1 }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  links.at(to % links.length)?.focus();
}
