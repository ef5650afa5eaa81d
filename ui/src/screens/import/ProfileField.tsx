/** Where the mapping of a sheet comes from: PortFlow's suggestion, or one saved for this kind of file. */
import { Button } from "@/components/Button";
import { SelectField } from "@/components/Field";
import { useRead } from "@/queries/commands";
import { words } from "@/words";
import type { ShownSheet } from "./placement";

interface ProfileFieldProps {
  sheet: ShownSheet;
  /** `null` for the suggestion. */
  onProfile: (profileId: string | null) => void;
}

export function ProfileField({ sheet: { read, summary }, onProfile }: ProfileFieldProps) {
  const profiles = useRead("import_profile_list", {});
  const used = read ? read.profile : summary.profile;
  return (
    <div className="flex flex-col items-start gap-1.5">
      <SelectField
        className="w-full"
        label={words.imports.mapping}
        emptyLabel={words.imports.suggestion}
        choices={(profiles.data ?? []).map(({ id, name }) => ({
          value: id,
          label: words.imports.profile(name),
        }))}
        value={used?.id ?? ""}
        onChange={(event) => onProfile(event.target.value === "" ? null : event.target.value)}
      />
      {used && (
        <Button tone="quiet" onClick={() => onProfile(null)}>
          {words.imports.useSuggestion}
        </Button>
      )}
    </div>
  );
}
