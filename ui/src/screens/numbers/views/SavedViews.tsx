/** The views of the grid as chips: those that are built in, the member's own and everybody's. */
import { Bookmark, Trash2, Users } from "lucide-react";
import { useState } from "react";
import type { GridLayout } from "@/bindings/GridLayout";
import type { SavedView } from "@/bindings/SavedView";
import { Button } from "@/components/Button";
import { Menu, MenuItem, MenuSeparator } from "@/components/Menu";
import { notify, notifyError } from "@/components/Toast";
import { useRead, useWrite } from "@/queries/commands";
import { words } from "@/words";
import { isShown } from "./layout";
import { SaveViewDialog } from "./SaveViewDialog";

interface BuiltIn {
  name: string;
  layout: GridLayout;
}

interface SavedViewsProps {
  screen: string;
  builtIn: BuiltIn[];
  /** How the grid is looked at now. */
  layout: GridLayout;
  mayChange: boolean;
  onApply: (layout: GridLayout) => void;
}

export function SavedViews({ screen, builtIn, layout, mayChange, onApply }: SavedViewsProps) {
  const { data: views = [] } = useRead("saved_view_list", { screen });
  const [saving, setSaving] = useState(false);
  const shown = views.find((view) => isShown(view.layout, layout));
  return (
    <fieldset aria-label={words.views.label} className="flex flex-wrap items-center gap-1.5">
      {builtIn.map(({ name, layout: own }) => (
        <Button
          key={name}
          tone="quiet"
          aria-pressed={isShown(own, layout)}
          onClick={() => onApply({ ...own, columns: layout.columns, widths: layout.widths })}
        >
          {name}
        </Button>
      ))}
      {views.map((view) => (
        <Button
          key={view.id}
          tone="quiet"
          icon={view.teamMemberId === null ? Users : Bookmark}
          title={view.teamMemberId === null ? words.views.shared : words.views.own}
          aria-pressed={view === shown}
          onClick={() => onApply(view.layout)}
        >
          {view.name}
        </Button>
      ))}
      {mayChange && (
        <Menu label={words.views.manage} tone="quiet" icon={Bookmark}>
          <MenuItem onSelect={() => setSaving(true)}>{words.views.save}</MenuItem>
          {views.length > 0 && <MenuSeparator />}
          {views.map((view) => (
            <RemoveItem key={view.id} view={view} />
          ))}
        </Menu>
      )}
      {saving && (
        <SaveViewDialog screen={screen} layout={layout} views={views} onClose={() => setSaving(false)} />
      )}
    </fieldset>
  );
}

function RemoveItem({ view }: { view: SavedView }) {
  const remove = useWrite("saved_view_remove");
  return (
    <MenuItem
      icon={Trash2}
      onSelect={() =>
        remove.mutate(
          { id: view.id, revision: view.revision },
          { onSuccess: () => notify(words.views.removed(view.name)), onError: notifyError },
        )
      }
    >
      {words.views.remove(view.name)}
    </MenuItem>
  );
}
