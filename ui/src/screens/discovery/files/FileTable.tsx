/** The files of a site that are no pictures. */
import type { SiteFile } from "@/bindings/SiteFile";
import { formatBytes, formatInstant } from "@/format";
import { words } from "@/words";
import { FileMenu } from "./FileMenu";
import type { FileActions } from "./useFileActions";

export function FileTable({ files, actions }: { files: readonly SiteFile[]; actions: FileActions }) {
  return (
    <table className="table">
      <thead>
        <tr>
          <th scope="col">{words.files.name}</th>
          <th scope="col">{words.files.type}</th>
          <th scope="col" className="text-right">
            {words.files.size}
          </th>
          <th scope="col">{words.files.section}</th>
          <th scope="col">{words.files.addedOn}</th>
          <th scope="col">
            <span className="visually-hidden">{words.files.actions("")}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {files.map((file) => (
          <tr key={file.id}>
            <td>
              <span className="font-medium">{file.fileName}</span>
              {file.caption && <p className="text-muted text-small">{file.caption}</p>}
            </td>
            <td>{typeOf(file)}</td>
            <td className="text-right tabular-nums">{formatBytes(file.size)}</td>
            <td>{file.section ? words.discovery.sections[file.section] : words.files.noSection}</td>
            <td>{formatInstant(file.createdAt)}</td>
            <td className="text-right">
              <FileMenu file={file} actions={actions} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function typeOf({ mediaType, kind }: SiteFile): string {
  return words.files.types[mediaType] ?? words.files.kinds[kind];
}
