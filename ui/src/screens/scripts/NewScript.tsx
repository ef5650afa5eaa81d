/** Kind and scope, then the preflight, then the preview; only what is previewed is generated and kept. */
import { useState } from "react";
import type { ScriptKind } from "@/bindings/ScriptKind";
import { Button } from "@/components/Button";
import { ErrorNotice } from "@/components/ErrorNotice";
import { SelectField } from "@/components/Field";
import { Section } from "@/components/Page";
import { Answer } from "@/components/Query";
import { notify } from "@/components/Toast";
import { formatCount } from "@/format";
import { useRead, useWrite } from "@/queries/commands";
import { labels, words } from "@/words";
import { Preflight } from "./Preflight";
import { ScriptText } from "./ScriptText";

/** The kinds PortFlow can write today. */
const KINDS: ScriptKind[] = ["cutover"];

interface NewScriptProps {
  migrationId: string;
  onClose: () => void;
  onGenerated: (scriptId: string) => void;
}

export function NewScript({ migrationId, onClose, onGenerated }: NewScriptProps) {
  const [kind, setKind] = useState<ScriptKind>("cutover");
  const [orderId, setOrderId] = useState("");
  const scope = { migrationId, kind, portOrderId: orderId === "" ? null : orderId };
  const orders = useRead("port_order_list", { migrationId });
  const preview = useRead("script_preview", scope);
  const generate = useWrite("script_generate");
  const choices = (orders.data ?? []).map((order) => ({
    value: order.id,
    label: `${words.scripts.scopeOrder(order.pon ?? words.orders.unnamed)} · ${labels.portOrderStatus[order.status]}`,
  }));
  function keep() {
    generate.mutate(scope, {
      onSuccess: (script) => {
        notify(words.scripts.generated);
        onGenerated(script.id);
      },
    });
  }
  return (
    <Section
      title={words.scripts.generate}
      actions={
        <>
          <Button onClick={onClose}>{words.common.cancel}</Button>
          <Button tone="primary" disabled={!preview.data?.content} busy={generate.isPending} onClick={keep}>
            {words.scripts.generateAction}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {generate.error && <ErrorNotice error={generate.error} />}
        <div className="grid max-w-2xl grid-cols-2 gap-3">
          <SelectField
            label={words.scripts.kind}
            help={words.scripts.cutoverHelp}
            choices={KINDS.map((value) => ({ value, label: labels.scriptKind[value] }))}
            value={kind}
            onChange={(event) => setKind(event.target.value as ScriptKind)}
          />
          <SelectField
            label={words.scripts.scope}
            choices={choices}
            emptyLabel={words.scripts.scopeAll}
            value={orderId}
            onChange={(event) => setOrderId(event.target.value)}
          />
        </div>
        <Answer of={preview}>
          {({ problems, content, assignments }) => (
            <>
              <Preflight problems={problems} blocked={content === null} />
              {content !== null && (
                <div className="flex flex-col gap-1">
                  <h3 className="font-semibold">
                    {words.scripts.preview}{" "}
                    <span className="font-normal text-muted">
                      {words.scripts.assignments(formatCount(assignments))}
                    </span>
                  </h3>
                  <ScriptText content={content} />
                </div>
              )}
            </>
          )}
        </Answer>
      </div>
    </Section>
  );
}
