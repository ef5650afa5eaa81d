/** Where values of a site are used by later steps; what differs can be taken over while it is a draft. */
import type { SiteUse } from "@/bindings/SiteUse";
import { Button } from "@/components/Button";
import { Chip } from "@/components/Chip";
import { Section } from "@/components/Page";
import { Answer } from "@/components/Query";
import { notify, notifyError } from "@/components/Toast";
import { useRead, useWrite } from "@/queries/commands";
import { useMayChange } from "@/queries/session";
import { words } from "@/words";

const say = words.siteUses;

export function UsedBy({ siteId }: { siteId: string }) {
  const uses = useRead("site_used_by", { id: siteId });
  return (
    <Section title={say.title} flush>
      <Answer of={uses}>
        {(rows) =>
          rows.length === 0 ? (
            <p className="p-3 text-muted">{say.none}</p>
          ) : (
            <table className="table">
              <thead>
                <tr>
                  <th scope="col">{say.columns.what}</th>
                  <th scope="col">{say.columns.name}</th>
                  <th scope="col">{say.columns.value}</th>
                  <th scope="col">{say.columns.state}</th>
                  <th scope="col">
                    <span className="sr-only">{say.columns.take}</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {rows.map((use) => (
                  <Use key={`${use.id} ${use.field}`} use={use} siteId={siteId} />
                ))}
              </tbody>
            </table>
          )
        }
      </Answer>
    </Section>
  );
}

function Use({ use, siteId }: { use: SiteUse; siteId: string }) {
  const take = useWrite("site_value_take");
  const mayChange = useMayChange();
  const { what, id, field, revision, label } = use;
  return (
    <tr>
      <td>{say.what[what]}</td>
      <td className="break-words">{label}</td>
      <td>{say.field[field]}</td>
      <td>
        {use.isCurrent ? (
          <span className="text-muted">{say.current}</span>
        ) : (
          <div className="flex flex-col items-start gap-1">
            <Chip tone="warn">{say.differs}</Chip>
            {use.blocked && <span className="text-muted text-small">{use.blocked}</span>}
          </div>
        )}
      </td>
      <td className="text-right">
        {!use.isCurrent && !use.blocked && mayChange && (
          <Button
            label={say.takeOf(label, say.field[field])}
            busy={take.isPending}
            onClick={() =>
              take.mutate(
                { siteId, what, id, field, revision },
                { onSuccess: () => notify(say.taken(label)), onError: notifyError },
              )
            }
          >
            {say.take}
          </Button>
        )}
      </td>
    </tr>
  );
}
