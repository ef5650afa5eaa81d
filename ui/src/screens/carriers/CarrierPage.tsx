/** One carrier's profile: edited as a whole, saved with the revision that was read. */
import { Link, useParams } from "@tanstack/react-router";
import { BadgeCheck, Download } from "lucide-react";
import { useState } from "react";
import type { CarrierDetail } from "@/bindings/CarrierDetail";
import type { CarrierProfile } from "@/bindings/CarrierProfile";
import { Button } from "@/components/Button";
import { Chip } from "@/components/Chip";
import { ErrorNotice } from "@/components/ErrorNotice";
import { TextField } from "@/components/Field";
import { orNull } from "@/components/FormDialog";
import { Page, Section } from "@/components/Page";
import { Answer } from "@/components/Query";
import { notify, notifyError } from "@/components/Toast";
import type { ApiError } from "@/host";
import { host } from "@/host";
import { toApiError } from "@/host/error";
import { call, useRead } from "@/queries/commands";
import { useMayChange } from "@/queries/session";
import { words } from "@/words";
import { ContactsSection } from "./ContactsSection";
import { OwnWorkbook } from "./OwnWorkbook";
import { RulesSection } from "./RulesSection";
import { SheetSection } from "./SheetSection";

const say = words.carriers;

export function CarrierPage() {
  const { carrierId } = useParams({ from: "/carriers/$carrierId" });
  const detail = useRead("carrier_get", { id: carrierId });
  return <Answer of={detail}>{(read) => <Editor key={carrierId} newest={read} />}</Answer>;
}

function Editor({ newest }: { newest: CarrierDetail }) {
  // What was read first stays under the edits: what somebody else saves meanwhile is told as a conflict.
  const [read, setRead] = useState(newest);
  const [draft, setDraft] = useState(newest.profile);
  const [fileId, setFileId] = useState<string | null>(null);
  const isEdited = draft !== read.profile || fileId !== null;
  if (!isEdited && newest.carrier.revision > read.carrier.revision) {
    setRead(newest);
    setDraft(newest.profile);
  }
  const mayChange = useMayChange();
  const { error, isBusy, save } = useSave(read, (saved) => {
    setRead(saved);
    setDraft(saved.profile);
    setFileId(null);
  });
  const set = (part: Partial<CarrierProfile>) => setDraft((before) => ({ ...before, ...part }));
  return (
    <Page
      context={<Link to="/carriers">{say.title}</Link>}
      title={
        <>
          {read.carrier.name}
          {read.carrier.toConfirm && <Chip tone="warn">{say.toConfirm}</Chip>}
          {isEdited && <Chip tone="info">{say.unsaved}</Chip>}
        </>
      }
      actions={
        <>
          <Button icon={Download} onClick={() => void exportProfile(read)} disabled={isEdited}>
            {say.export}
          </Button>
          {mayChange && (
            <Button
              tone="primary"
              busy={isBusy}
              disabled={!isEdited}
              onClick={() => void save(draft, fileId)}
            >
              {words.common.save}
            </Button>
          )}
        </>
      }
    >
      {error && <ErrorNotice error={error} />}
      {read.carrier.toConfirm && <Confirm of={read} mayChange={mayChange && !isEdited} />}
      <fieldset disabled={!mayChange} className="flex min-w-0 flex-col gap-4">
        <legend className="visually-hidden">{read.carrier.name}</legend>
        <Section title={say.name}>
          <div className="grid grid-cols-2 gap-3 md:grid-cols-3">
            <TextField label={say.name} value={draft.name} onChange={(e) => set({ name: e.target.value })} />
            <TextField label={say.code} value={draft.code} readOnly />
            <TextField
              label={say.ocn}
              optional
              value={draft.ocn ?? ""}
              onChange={(e) => set({ ocn: orNull(e.target.value) })}
            />
          </div>
        </Section>
        <RulesSection rules={draft.portRules} onChange={(portRules) => set({ portRules })} />
        <ContactsSection contacts={draft.contacts} onChange={(contacts) => set({ contacts })} />
        <OwnWorkbook
          carrier={read.carrier}
          fileId={fileId}
          template={draft.sheetTemplate}
          onChange={(sheetTemplate, chosen) => {
            set({ sheetTemplate });
            setFileId(chosen);
          }}
        />
        <SheetSection profile={draft} onChange={(sheetTemplate) => set({ sheetTemplate })} />
      </fieldset>
    </Page>
  );
}

function Confirm({ of, mayChange }: { of: CarrierDetail; mayChange: boolean }) {
  async function confirm() {
    try {
      const { id, revision } = of.carrier;
      const carrier = await call("carrier_confirm", { id, revision });
      notify(say.confirmed(carrier.name));
    } catch (cause) {
      notifyError(toApiError(cause));
    }
  }
  return (
    <div className="flex flex-wrap items-center gap-3 rounded-md bg-warn-bg px-3 py-2 text-warn">
      <p className="min-w-0 flex-1">{say.toConfirmHelp}</p>
      {mayChange && (
        <Button icon={BadgeCheck} onClick={() => void confirm()}>
          {say.confirm}
        </Button>
      )}
    </div>
  );
}

function useSave(read: CarrierDetail, onSaved: (detail: CarrierDetail) => void) {
  const [error, setError] = useState<ApiError | null>(null);
  const [isBusy, setBusy] = useState(false);
  async function save(draft: CarrierProfile, workbookFileId: string | null) {
    setBusy(true);
    setError(null);
    try {
      const { id, revision } = read.carrier;
      const { name, ocn, contacts, portRules, sheetTemplate } = draft;
      const values = { name, ocn, contacts, portRules, sheetTemplate, workbookFileId };
      const carrier = await call("carrier_update", { id, revision, ...values });
      onSaved(await call("carrier_get", { id }));
      notify(say.saved(carrier.name));
    } catch (cause) {
      setError(toApiError(cause));
    } finally {
      setBusy(false);
    }
  }
  return { error, isBusy, save };
}

async function exportProfile({ carrier }: CarrierDetail) {
  try {
    const file = await host().pickSave("carrier", `${carrier.code}.json`);
    if (!file) return;
    const saved = await call("carrier_export", { id: carrier.id, fileId: file.id });
    notify(say.exported(saved.fileName));
  } catch (cause) {
    notifyError(toApiError(cause));
  }
}
