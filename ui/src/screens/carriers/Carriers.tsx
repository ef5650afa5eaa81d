/** The gaining carriers: which profiles there are, which are still to confirm, and how others come in. */
import { Link, useNavigate } from "@tanstack/react-router";
import { Plus, Upload } from "lucide-react";
import { useState } from "react";
import type { Carrier } from "@/bindings/Carrier";
import { Button } from "@/components/Button";
import { Chip } from "@/components/Chip";
import { Dialog, DialogActions, DialogBody } from "@/components/Dialog";
import { EmptyState } from "@/components/EmptyState";
import { Page } from "@/components/Page";
import { Answer } from "@/components/Query";
import { notify, notifyError } from "@/components/Toast";
import type { ApiError } from "@/host";
import { host } from "@/host";
import { toApiError } from "@/host/error";
import { call, useRead } from "@/queries/commands";
import { useMayChange } from "@/queries/session";
import { words } from "@/words";
import { CarrierForm } from "./CarrierForm";

const say = words.carriers;

export function Carriers() {
  const carriers = useRead("carrier_list", {});
  const mayChange = useMayChange();
  const navigate = useNavigate();
  const [adding, setAdding] = useState(false);
  const [conflict, setConflict] = useState<{ fileId: string; error: ApiError }>();
  async function importFile(fileId: string, replace: boolean) {
    try {
      const { carrier } = await call("carrier_import", { fileId, replace });
      setConflict(undefined);
      notify(say.imported(carrier.name));
    } catch (cause) {
      const error = toApiError(cause);
      if (error.code === "conflict" && !replace) setConflict({ fileId, error });
      else notifyError(error);
    }
  }
  async function chooseFile() {
    const file = await host().pickOpen("carrier");
    if (file) await importFile(file.id, false);
  }
  return (
    <Page
      title={say.title}
      actions={
        mayChange && (
          <>
            <Button icon={Upload} onClick={() => void chooseFile()}>
              {say.import}
            </Button>
            <Button icon={Plus} tone="primary" onClick={() => setAdding(true)}>
              {say.add}
            </Button>
          </>
        )
      }
    >
      <p className="text-muted">{say.help}</p>
      <Answer of={carriers}>
        {(rows) => (rows.length === 0 ? <EmptyState title={say.empty} /> : <CarrierTable rows={rows} />)}
      </Answer>
      {adding && (
        <CarrierForm
          carriers={carriers.data ?? []}
          onClose={() => setAdding(false)}
          onAdded={({ id }) => void navigate({ to: "/carriers/$carrierId", params: { carrierId: id } })}
        />
      )}
      {conflict && (
        <Dialog open onClose={() => setConflict(undefined)} title={say.replaceTitle}>
          <DialogBody>
            <p>{conflict.error.message}</p>
          </DialogBody>
          <DialogActions>
            <Button onClick={() => setConflict(undefined)}>{words.common.cancel}</Button>
            <Button tone="primary" onClick={() => void importFile(conflict.fileId, true)}>
              {say.replace}
            </Button>
          </DialogActions>
        </Dialog>
      )}
    </Page>
  );
}

function CarrierTable({ rows }: { rows: Carrier[] }) {
  return (
    <div className="panel overflow-x-auto">
      <table className="table" aria-label={say.title}>
        <thead>
          <tr>
            <th scope="col">{say.name}</th>
            <th scope="col">{say.code}</th>
            <th scope="col">{say.contacts}</th>
            <th scope="col">{say.sheetKind}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((carrier) => (
            <tr key={carrier.id}>
              <td>
                <Link to="/carriers/$carrierId" params={{ carrierId: carrier.id }} className="font-medium">
                  {carrier.name}
                </Link>{" "}
                {carrier.toConfirm && <Chip tone="warn">{say.toConfirm}</Chip>}
              </td>
              <td className="number">{carrier.code}</td>
              <td>{carrier.contacts.map(({ name }) => name).join(", ") || "–"}</td>
              <td>{carrier.workbookName ?? "–"}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
