/**
 * A workbook on a customer's desk: cells are found by the heading above them and by what else stands in their row, and
 * written over. Only what the journeys need of the format; everything else in the file stays byte for byte.
 */
import { readFile, writeFile } from "node:fs/promises";
import { join as joinPath } from "node:path/posix";
import { crc32, inflateRawSync } from "node:zlib";

const CELL = /<c r="([A-Z]+)(\d+)"([^>]*?)(?:\/>|>(.*?)<\/c>)/gs;

interface SheetCell {
  column: string;
  row: number;
  text: string;
}

export class Spreadsheet {
  private constructor(private readonly parts: Map<string, Buffer>) {}

  static async open(path: string): Promise<Spreadsheet> {
    return new Spreadsheet(unzip(await readFile(path)));
  }

  /** Writes text over a cell, as a program does that knows no better; an empty text clears it. */
  write(sheet: string, address: string, text: string): void {
    const content = text === "" ? "/>" : ` t="inlineStr"><is><t>${encode(text)}</t></is></c>`;
    let found = false;
    this.change(this.partOf(sheet), (xml) =>
      xml.replace(CELL, (cell, column: string, row: string, attributes: string) => {
        if (column + row !== address) return cell;
        found = true;
        return `<c r="${address}"${attributes.replace(/ t="\w+"/, "")}${content}`;
      }),
    );
    if (!found) throw new Error(`${sheet} has no cell ${address}.`);
  }

  /** The cell below a heading in the first row after it that holds this text in some cell. */
  find(sheet: string, heading: string, inRow: string): string {
    const cells = this.cellsOf(sheet);
    const above = cells.find(({ text }) => text === heading);
    const beside = cells.find(({ row, text }) => above && row > above.row && text === inRow);
    if (!above || !beside) throw new Error(`${sheet} has no ${heading} of ${inRow}.`);
    return `${above.column}${beside.row}`;
  }

  /** The addresses of everything that stands in the row of a cell. */
  rowOf(sheet: string, address: string): string[] {
    const row = Number(address.replace(/^[A-Z]+/, ""));
    return this.cellsOf(sheet)
      .filter((cell) => cell.row === row && cell.text !== "")
      .map(({ column }) => `${column}${row}`);
  }

  async save(path: string): Promise<void> {
    await writeFile(path, zip(this.parts));
  }

  private cellsOf(sheet: string): SheetCell[] {
    const shared = [...this.text("xl/sharedStrings.xml").matchAll(/<si>(.*?)<\/si>/gs)].map(([, text]) =>
      textOf(text ?? ""),
    );
    return [...this.text(this.partOf(sheet)).matchAll(CELL)].map((cell) => {
      const [, column = "", row, attributes = "", content = ""] = cell;
      const value = /<v>(.*?)<\/v>/.exec(content)?.[1] ?? "";
      const text = attributes.includes('t="s"') ? shared[Number(value)] : value || textOf(content);
      return { column, row: Number(row), text: text ?? "" };
    });
  }

  private partOf(sheet: string): string {
    const sheets = [...this.text("xl/workbook.xml").matchAll(/<sheet name="(.*?)".*?r:id="(.*?)"/g)];
    const id = sheets.find(([, name]) => decode(name ?? "") === sheet)?.[2];
    const target = new RegExp(`Id="${id}"[^>]*Target="(.*?)"`).exec(
      this.text("xl/_rels/workbook.xml.rels"),
    )?.[1];
    if (!id || !target) throw new Error(`There is no sheet ${sheet}.`);
    return joinPath("xl", target);
  }

  private text(part: string): string {
    const bytes = this.parts.get(part);
    if (!bytes) throw new Error(`The workbook has no ${part}.`);
    return bytes.toString("utf8");
  }

  private change(part: string, edit: (xml: string) => string): void {
    this.parts.set(part, Buffer.from(edit(this.text(part))));
  }
}

/** The text of all runs. */
function textOf(xml: string): string {
  return [...xml.matchAll(/<t\b[^>]*>(.*?)<\/t>/gs)].map(([, text]) => decode(text ?? "")).join("");
}

function encode(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}

function decode(xml: string): string {
  const named: Record<string, string> = { lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" };
  return xml.replace(/&(\w+);/g, (all, name: string) => named[name] ?? all);
}

const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
const END = 0x06054b50;

function unzip(file: Buffer): Map<string, Buffer> {
  const end = file.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  const parts = new Map<string, Buffer>();
  let at = file.readUInt32LE(end + 16);
  while (file.readUInt32LE(at) === DIRECTORY_ENTRY) {
    const nameLength = file.readUInt16LE(at + 28);
    const name = file.toString("utf8", at + 46, at + 46 + nameLength);
    const local = file.readUInt32LE(at + 42);
    const start = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28);
    const data = file.subarray(start, start + file.readUInt32LE(at + 20));
    parts.set(name, file.readUInt16LE(at + 10) === 0 ? data : inflateRawSync(data));
    at += 46 + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  return parts;
}

/** Without compression, which no reader asks for. */
function zip(parts: Map<string, Buffer>): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [path, data] of parts) {
    const name = Buffer.from(path);
    // Version, flags, method, time, date; then checksum and both sizes; then the lengths of name and extra field.
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(0x21, 8);
    facts.writeUInt32LE(crc32(data), 10);
    facts.writeUInt32LE(data.length, 14);
    facts.writeUInt32LE(data.length, 18);
    facts.writeUInt16LE(name.length, 22);
    files.push(numbers(LOCAL_HEADER), facts, name, data);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    directory.push(numbers(DIRECTORY_ENTRY), Buffer.from([20, 0]), facts, place, name);
    offset += 30 + name.length + data.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.size, 4);
  end.writeUInt16LE(parts.size, 6);
  end.writeUInt32LE(list.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...files, list, numbers(END), end]);
}

function numbers(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
