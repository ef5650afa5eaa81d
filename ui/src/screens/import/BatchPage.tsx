/** One committed import: its sums, how its sheets were read, and what was rejected and why. */
import { Link, useParams } from "@tanstack/react-router";
import type { ImportBatchDetail } from "@/bindings/ImportBatchDetail";
import { Chip } from "@/components/Chip";
import { Page, Section } from "@/components/Page";
import { Answer } from "@/components/Query";
import { Facts } from "@/components/SidePanel";
import { formatCount, formatInstant } from "@/format";
import { useRead } from "@/queries/commands";
import { labels, words } from "@/words";
import { RejectedRows } from "./RejectedRows";

export function BatchPage() {
  const { batchId } = useParams({ from: "/migrations/$migrationId/imports/$batchId" });
  const batch = useRead("import_get", { id: batchId });
  return <Answer of={batch}>{(detail) => <Details detail={detail} />}</Answer>;
}

function Details({ detail: { batch, importedByName, sheets, rejected } }: { detail: ImportBatchDetail }) {
  const params = { migrationId: batch.migrationId };
  const isNumbers = sheets.some(({ target }) => target === "phone_numbers");
  return (
    <Page
      context={
        <Link to="/migrations/$migrationId/imports" params={params}>
          {words.imports.batches}
        </Link>
      }
      title={
        <>
          {batch.fileName}
          <Chip tone={batch.status === "committed" ? "ok" : "neutral"}>
            {labels.importStatus[batch.status]}
          </Chip>
        </>
      }
      actions={
        <Link
          to={isNumbers ? "/migrations/$migrationId/numbers" : "/migrations/$migrationId/people"}
          params={params}
          className="button button-primary"
        >
          {isNumbers ? words.migration.numbers : words.migration.people}
        </Link>
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
            { label: words.imports.importedAt, value: formatInstant(batch.at) },
            ...sheets.map((sheet) => ({
              label: words.imports.sheet,
              value: `${sheet.sheet} · ${labels.importTarget[sheet.target]} · ${words.imports.headerRow} ${sheet.headerRow}`,
            })),
          ]}
        />
      </div>
      <Section title={words.imports.rejectedRows} flush>
        {rejected.length === 0 ? (
          <p className="p-3 text-muted">{words.imports.noRejected}</p>
        ) : (
          <RejectedRows rows={rejected} />
        )}
      </Section>
    </Page>
  );
}
