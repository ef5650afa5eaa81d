/** One committed import: its sums, how its files were read, what was rejected and why, and taking it back. */
import { Link, useParams } from "@tanstack/react-router";
import { Undo2 } from "lucide-react";
import { useState } from "react";
import type { ImportBatchDetail } from "@/bindings/ImportBatchDetail";
import { Button } from "@/components/Button";
import { Chip } from "@/components/Chip";
import { Page, Section } from "@/components/Page";
import { Answer } from "@/components/Query";
import { Facts } from "@/components/SidePanel";
import { formatCount, formatInstant } from "@/format";
import { useRead } from "@/queries/commands";
import { useMayChange } from "@/queries/session";
import { labels, words } from "@/words";
import { BatchSheets } from "./BatchSheets";
import { Outcomes } from "./Outcomes";
import { RejectedRows } from "./RejectedRows";
import { UndoDialog } from "./UndoDialog";

export function BatchPage() {
  const { batchId } = useParams({ from: "/migrations/$migrationId/imports/$batchId" });
  const batch = useRead("import_get", { id: batchId });
  return <Answer of={batch}>{(detail) => <Details detail={detail} />}</Answer>;
}

function Details({ detail }: { detail: ImportBatchDetail }) {
  const { batch, importedByName, sheets, byEntity, rejected } = detail;
  const [isUndoing, setIsUndoing] = useState(false);
  const mayChange = useMayChange();
  const params = { migrationId: batch.migrationId };
  const isNumbers = sheets.some(({ target }) => target === "phone_numbers");
  const isCommitted = batch.status === "committed";
  return (
    <Page
      nested
      context={
        <Link to="/migrations/$migrationId/imports" params={params}>
          {words.imports.batches}
        </Link>
      }
      title={
        <>
          {batch.fileName}
          <Chip tone={isCommitted ? "ok" : "neutral"}>{labels.importStatus[batch.status]}</Chip>
        </>
      }
      actions={
        <>
          {mayChange && isCommitted && (
            <Button icon={Undo2} onClick={() => setIsUndoing(true)}>
              {words.imports.undo}
            </Button>
          )}
          <Link
            to={isNumbers ? "/migrations/$migrationId/numbers" : "/migrations/$migrationId/people"}
            params={params}
            className="button button-primary"
          >
            {isNumbers ? words.migration.numbers : words.migration.people}
          </Link>
        </>
      }
    >
      <div className="panel p-3">
        <Facts
          columns={4}
          facts={[
            { label: words.imports.inserted, value: formatCount(batch.inserted) },
            { label: words.imports.updated, value: formatCount(batch.updated) },
            { label: words.imports.unchanged, value: formatCount(batch.unchanged) },
            { label: words.imports.rejected, value: formatCount(batch.rejected) },
            { label: words.imports.records, value: formatCount(batch.records) },
            { label: words.imports.rowsRead, value: formatCount(batch.rowsRead) },
            { label: words.imports.importedBy, value: importedByName },
            {
              label: words.imports.importedAt,
              value: [
                formatInstant(batch.at),
                batch.undoneAt && `${words.imports.undoneAt} ${formatInstant(batch.undoneAt)}`,
              ]
                .filter(Boolean)
                .join(" · "),
            },
          ]}
        />
      </div>
      <Section title={words.imports.kinds} flush>
        <Outcomes rows={byEntity} />
      </Section>
      <Section title={words.imports.sheetsRead} flush>
        <BatchSheets sheets={sheets} />
      </Section>
      <RejectedRows batch={batch} sheets={sheets} rows={rejected} />
      {isUndoing && <UndoDialog batch={batch} onClose={() => setIsUndoing(false)} />}
    </Page>
  );
}
