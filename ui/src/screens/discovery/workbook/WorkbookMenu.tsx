/** The workbook of a site, out and back. */
import { FileSpreadsheet, FolderOpen, Save } from "lucide-react";
import type { Site } from "@/bindings/Site";
import { Menu, MenuItem } from "@/components/Menu";
import { words } from "@/words";
import { useWorkbookExport, useWorkbookReading } from "./useWorkbook";

export function WorkbookMenu({ site }: { site: Site }) {
  const { exportBook, isExporting } = useWorkbookExport(site);
  const readBook = useWorkbookReading(site.id);
  return (
    <Menu label={words.discovery.workbook.menu} icon={FileSpreadsheet} disabled={isExporting}>
      <MenuItem icon={Save} onSelect={exportBook}>
        {words.discovery.workbook.export}
      </MenuItem>
      <MenuItem icon={FolderOpen} onSelect={readBook}>
        {words.discovery.workbook.read}
      </MenuItem>
    </Menu>
  );
}
