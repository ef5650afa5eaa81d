/** What speaks against something that was entered, and what to do about it. */
import { CircleAlert, TriangleAlert } from "lucide-react";
import type { DiscoveryFinding } from "@/bindings/DiscoveryFinding";
import { labels } from "@/words";

/** Findings whose text holds a remaining cost. */
const COSTS = "contract_after_cutover";

interface FindingLineProps {
  finding: DiscoveryFinding;
  /** How a remaining cost is counted. */
  costRule: string;
}

export function FindingLine({ finding, costRule }: FindingLineProps) {
  const isError = finding.severity === "error";
  const Icon = isError ? CircleAlert : TriangleAlert;
  return (
    <div className="flex items-start gap-1.5 text-small">
      <Icon aria-hidden className={`size-4 flex-none ${isError ? "text-danger" : "text-warn"}`} />
      <p className="min-w-0">
        <span className="visually-hidden">{labels.severity[finding.severity]}: </span>
        <span className={isError ? "text-danger" : "text-warn"}>{finding.text}</span>{" "}
        <span className="text-muted">{finding.remedy}</span>
        {finding.code === COSTS && <span className="block text-muted">{costRule}</span>}
      </p>
    </div>
  );
}
