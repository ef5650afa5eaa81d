// A customer's list of any size: people with their numbers and spare numbers between them, in the columns of the
// benchmark's workbook.

import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

const HEADERS = [
  "User Principal Name",
  "Display Name",
  "First Name",
  "Last Name",
  "Department",
  "Job Title",
  "Extension",
  "Phone Number",
  "Cutover Date",
  "License",
  "Notes",
];
const AREAS = [206, 312, 512, 617];

/** Writes a text table with this many rows, each with a number of its own; every fifth number is nobody's. */
export async function writeInventory(path, rows) {
  await pipeline(Readable.from(lines(rows)), createWriteStream(path));
}

function* lines(rows) {
  yield `${HEADERS.join(",")}\n`;
  for (let index = 0; index < rows; index += 1) yield `${row(index).join(",")}\n`;
}

function row(index) {
  const note = `CSR line ${index}`;
  if (index % 5 === 4) return HEADERS.map((_, column) => ({ 7: number(index), 10: note })[column] ?? "");
  const [first, last] = [`Given${index % 997}`, `Family${index}`];
  return [
    `${first}.${last}@example.com`,
    `${first} ${last}`,
    first,
    last,
    `Department ${index % 40}`,
    "Clerk",
    1000 + (index % 9000),
    number(index),
    "2026-11-30",
    "MCOEV",
    note,
  ];
}

/** In one of three spellings. */
function number(index) {
  const area = AREAS[index % 4];
  const line = Math.floor(index / 4);
  const office = 220 + Math.floor(line / 10_000);
  const last = String(line % 10_000).padStart(4, "0");
  return [`+1${area}${office}${last}`, `(${area}) ${office}-${last}`, `${area}.${office}.${last}`][index % 3];
}
