/** An invented order in the layout that is being edited, computed where exports are. */
import { useEffect, useState } from "react";
import type { CarrierProfile } from "@/bindings/CarrierProfile";
import type { CarrierSheetPreview } from "@/bindings/CarrierSheetPreview";
import { Answer } from "@/components/Query";
import { ScrollRegion } from "@/components/ScrollRegion";
import { useRead } from "@/queries/commands";
import { words } from "@/words";

const say = words.carriers.sheet;
/** How long typing rests before the preview follows, in milliseconds. */
const REST = 200;

export function SheetPreview({ profile: { name, ocn, sheetTemplate } }: { profile: CarrierProfile }) {
  const [asked, setAsked] = useState({ name, ocn, sheetTemplate });
  useEffect(() => {
    const rest = setTimeout(() => setAsked({ name, ocn, sheetTemplate }), REST);
    return () => clearTimeout(rest);
  }, [name, ocn, sheetTemplate]);
  const preview = useRead("carrier_sheet_preview", asked, { keepPrevious: true });
  return (
    <section aria-label={say.preview} className="flex flex-col gap-2">
      <h3 className="font-medium">{say.preview}</h3>
      <p className="text-muted text-small">{say.previewHelp}</p>
      <Answer of={preview}>{(shown) => <Shown preview={shown} />}</Answer>
    </section>
  );
}

function Shown({ preview }: { preview: CarrierSheetPreview }) {
  return (
    <>
      <ul className="flex flex-col gap-1">
        {preview.findings.map(({ code, text, remedy, met }) => (
          <li key={`${code} ${text}`} className={met ? "text-warn" : "text-danger"}>
            {text} {remedy}
          </li>
        ))}
      </ul>

      <ScrollRegion label={say.layout}>
        <table className="table">
          <tbody>
            {preview.titleRows.map(([label, value], index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows of a sheet are known by their place.
              <tr key={index}>
                <th scope="row">{label}</th>
                <td className="number">{value}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <table className="table mt-3">
          {preview.headers.length > 0 && (
            <thead>
              <tr>
                {preview.headers.map((header, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: columns of a sheet are known by their place.
                  <th key={index} scope="col">
                    {header}
                  </th>
                ))}
              </tr>
            </thead>
          )}
          <tbody>
            {preview.rows.map((row, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows of a sheet are known by their place.
              <tr key={index}>
                {row.map((cell, column) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: cells of a sheet are known by their place.
                  <td key={column} className="number">
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </>
  );
}
