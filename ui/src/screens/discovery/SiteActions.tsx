/** What can be done with a site as a whole. */
import { Pencil } from "lucide-react";
import { useState } from "react";
import type { Customer } from "@/bindings/Customer";
import type { SiteDiscovery } from "@/bindings/SiteDiscovery";
import { Button } from "@/components/Button";
import { useMayChange } from "@/queries/session";
import { SiteForm } from "@/screens/customers/SiteForm";
import { words } from "@/words";
import { SaveSiteButton } from "./files/SaveSiteButton";
import { ReportButton } from "./report/ReportButton";
import { WorkbookMenu } from "./workbook/WorkbookMenu";

interface SiteActionsProps {
  discovery: SiteDiscovery;
  /** Absent while it is being read. */
  customer: Customer | undefined;
}

export function SiteActions({ discovery, customer }: SiteActionsProps) {
  const [editing, setEditing] = useState(false);
  const mayChange = useMayChange();
  return (
    <div className="flex flex-wrap items-center gap-2">
      {mayChange && <WorkbookMenu site={discovery.site} />}
      {mayChange && customer && (
        <Button icon={Pencil} label={words.site.editTitle} onClick={() => setEditing(true)} />
      )}
      <SaveSiteButton site={discovery.site} />
      <ReportButton site={discovery.site} />
      {editing && customer && (
        <SiteForm customer={customer} site={discovery.site} onClose={() => setEditing(false)} />
      )}
    </div>
  );
}
