/** The mappings that are kept for files to come. */
import { Trash2 } from "lucide-react";
import { Button } from "@/components/Button";
import { Dialog, DialogActions, DialogBody } from "@/components/Dialog";
import { Answer } from "@/components/Query";
import { notify, notifyError } from "@/components/Toast";
import { useRead, useWrite } from "@/queries/commands";
import { useMayChange } from "@/queries/session";
import { labels, words } from "@/words";

export function ProfilesDialog({ onClose }: { onClose: () => void }) {
  const profiles = useRead("import_profile_list", {});
  const remove = useWrite("import_profile_delete");
  const mayChange = useMayChange();
  return (
    <Dialog open onClose={onClose} title={words.imports.profilesTitle}>
      <DialogBody>
        <Answer of={profiles}>
          {(found) =>
            found.length === 0 ? (
              <p className="text-muted">{words.imports.profilesEmpty}</p>
            ) : (
              <ul>
                {found.map(({ id, name, target }) => (
                  <li key={id} className="flex items-center gap-2 border-line border-b py-1 last:border-b-0">
                    <span className="min-w-0 flex-1 truncate">{name}</span>
                    <span className="text-muted">{labels.importTarget[target]}</span>
                    {mayChange && (
                      <Button
                        tone="quiet"
                        icon={Trash2}
                        label={words.imports.deleteProfile(name)}
                        onClick={() =>
                          remove.mutate(
                            { id },
                            {
                              onSuccess: () => notify(words.imports.profileDeleted(name)),
                              onError: notifyError,
                            },
                          )
                        }
                      />
                    )}
                  </li>
                ))}
              </ul>
            )
          }
        </Answer>
      </DialogBody>
      <DialogActions>
        <Button onClick={onClose}>{words.common.close}</Button>
      </DialogActions>
    </Dialog>
  );
}
