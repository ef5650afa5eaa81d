/** What can be done with a file, behind one button. */
import { Download, Ellipsis, Pencil, Trash2 } from "lucide-react";
import type { SiteFile } from "@/bindings/SiteFile";
import { Menu, MenuItem, MenuSeparator } from "@/components/Menu";
import { useMayChange } from "@/queries/session";
import { words } from "@/words";
import type { FileActions } from "./useFileActions";

export function FileMenu({ file, actions }: { file: SiteFile; actions: FileActions }) {
  const mayChange = useMayChange();
  return (
    <Menu label={words.files.actions(file.fileName)} icon={Ellipsis} iconOnly tone="quiet">
      {mayChange && (
        <MenuItem icon={Pencil} onSelect={() => actions.edit(file)}>
          {words.files.edit}
        </MenuItem>
      )}
      <MenuItem icon={Download} onSelect={() => actions.saveCopy(file)}>
        {words.files.saveCopy}
      </MenuItem>
      {mayChange && (
        <>
          <MenuSeparator />
          <MenuItem icon={Trash2} onSelect={() => actions.remove(file)}>
            {words.files.remove}
          </MenuItem>
        </>
      )}
    </Menu>
  );
}
