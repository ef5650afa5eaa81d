/** What is not known in a section and why it matters; each line leads to where it is entered. */
import { Link } from "@tanstack/react-router";
import { CircleDashed, CircleHelp } from "lucide-react";
import type { DiscoveryMissing } from "@/bindings/DiscoveryMissing";
import type { SectionCompleteness } from "@/bindings/SectionCompleteness";
import type { SiteDiscovery } from "@/bindings/SiteDiscovery";
import { Chip } from "@/components/Chip";
import { Section } from "@/components/Page";
import { words } from "@/words";
import { focusTarget, targetOf } from "./target";

interface MissingListProps {
  completeness: SectionCompleteness;
  discovery: SiteDiscovery;
}

export function MissingList({ completeness, discovery }: MissingListProps) {
  const { missing } = completeness;
  return (
    <Section title={words.discovery.section.missing}>
      {missing.length === 0 ? (
        <p className="text-muted">{words.discovery.section.missingNone}</p>
      ) : (
        <ul className="flex flex-col">
          {missing.map((item) => (
            <MissingItem key={`${item.key} ${item.row}`} item={item} discovery={discovery} />
          ))}
        </ul>
      )}
    </Section>
  );
}

function MissingItem({ item, discovery }: { item: DiscoveryMissing; discovery: SiteDiscovery }) {
  const target = targetOf(item, discovery);
  const Icon = item.state === "unknown" ? CircleHelp : CircleDashed;
  return (
    <li className="flex items-start gap-2 border-line border-b py-1.5 last:border-b-0">
      <Icon aria-hidden className={`mt-0.5 size-4 flex-none ${item.required ? "text-warn" : "text-muted"}`} />
      <div className="min-w-0 flex-1">
        <Link
          to="/sites/$siteId"
          params={{ siteId: discovery.site.id }}
          search={target}
          className="inline-flex min-h-6 items-center pointer-coarse:min-h-8"
          // The address may be the same as before, and the focus is wanted all the same.
          onClick={() => focusTarget(target)}
        >
          {item.text}
        </Link>
        <p className="text-muted text-small">{item.why}</p>
      </div>
      {item.state === "unknown" && (
        <span className="text-muted text-small">{words.discovery.section.asked}</span>
      )}
      {item.required && <Chip tone="warn">{words.discovery.section.required}</Chip>}
    </li>
  );
}
