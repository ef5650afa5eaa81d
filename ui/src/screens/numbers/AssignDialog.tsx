/** Finds a person of the migration and gives them the selected numbers. */
import { useState } from "react";
import type { EndUserRow } from "@/bindings/EndUserRow";
import { Dialog, DialogBody } from "@/components/Dialog";
import { ErrorNotice } from "@/components/ErrorNotice";
import { TextField } from "@/components/Field";
import { Answer } from "@/components/Query";
import { notify } from "@/components/Toast";
import { useRead, useWrite } from "@/queries/commands";
import { words } from "@/words";
import { countOf, type Selected } from "./selected";

interface AssignDialogProps {
  selected: Selected;
  onClose: () => void;
}

export function AssignDialog({ selected, onClose }: AssignDialogProps) {
  const [search, setSearch] = useState("");
  const { migrationId, chosen } = selected;
  const request = { migrationId, search: search.trim() || null, filters: [], sort: [], offset: 0, limit: 50 };
  const people = useRead("end_user_page", request, { keepPrevious: true });
  const assign = useWrite("number_assign");
  const count = countOf(selected);
  function give(person: EndUserRow) {
    const holder = { endUserId: person.id, resourceAccountId: null };
    assign.mutate(
      { ids: [], chosen, holder },
      {
        onSuccess: () => {
          notify(words.numbers.assigned_done(count, person.displayName));
          onClose();
        },
      },
    );
  }
  return (
    <Dialog open onClose={onClose} title={words.numbers.assignTitle(count)}>
      <DialogBody>
        {assign.error && <ErrorNotice error={assign.error} />}
        <TextField
          label={words.numbers.searchPeople}
          type="search"
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
        <div className="panel max-h-80 min-h-40 overflow-auto">
          <Answer of={people}>
            {({ rows }) =>
              rows.length === 0 ? (
                <p className="p-3 text-muted">{words.numbers.noPeople}</p>
              ) : (
                <ul className="divide-y divide-line">
                  {rows.map((person) => (
                    <li key={person.id}>
                      <button
                        type="button"
                        disabled={assign.isPending}
                        className="flex w-full items-baseline gap-2 px-3 py-1.5 text-left hover:bg-raised"
                        onClick={() => give(person)}
                      >
                        <span className="font-medium">{person.displayName}</span>
                        <span className="truncate text-muted">{person.upn}</span>
                        <span className="number ml-auto text-muted">{person.numbers}</span>
                      </button>
                    </li>
                  ))}
                </ul>
              )
            }
          </Answer>
        </div>
      </DialogBody>
    </Dialog>
  );
}
