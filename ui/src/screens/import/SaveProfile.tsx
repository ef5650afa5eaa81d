/** Keeps the mapping of a sheet under a name when the import is committed, and shows those that are kept. */
import { useState } from "react";
import type { SheetPreview } from "@/bindings/SheetPreview";
import { Button } from "@/components/Button";
import { words } from "@/words";
import { isAt } from "./draft";
import { ProfilesDialog } from "./ProfilesDialog";
import type { ImportState } from "./useImport";

interface SaveProfileProps {
  state: ImportState;
  read: SheetPreview;
  onName: (name: string | null) => void;
}

export function SaveProfile({ state, read, onName }: SaveProfileProps) {
  const kept = state.sheets.find((sheet) => isAt(sheet, read))?.saveProfileAs ?? "";
  const [draft, setDraft] = useState(kept);
  const [showsProfiles, setShowsProfiles] = useState(false);
  return (
    <div className="flex flex-none flex-wrap items-center gap-2">
      <label className="flex flex-none items-center gap-2 font-medium text-small">
        {words.imports.saveProfile}
        <input
          className="input w-56! font-normal"
          maxLength={100}
          placeholder={read.profile?.name}
          value={draft}
          onChange={(event) => setDraft(event.target.value)}
          onBlur={() => draft.trim() !== kept && onName(draft.trim() === "" ? null : draft.trim())}
        />
      </label>
      <span className="text-muted text-small">{words.imports.saveProfileHelp}</span>
      <Button tone="quiet" className="ml-auto flex-none" onClick={() => setShowsProfiles(true)}>
        {words.imports.profiles}
      </Button>
      {showsProfiles && <ProfilesDialog onClose={() => setShowsProfiles(false)} />}
    </div>
  );
}
