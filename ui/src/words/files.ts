/** Words of a site's files and photos, and of a site saved as a file. */
import type { AttachmentKind } from "@/bindings/AttachmentKind";

/** Media types a person knows by another name; the rest is told by its kind. */
const types: Readonly<Record<string, string>> = {
  "image/jpeg": "JPEG photo",
  "image/png": "PNG picture",
  "image/webp": "WebP picture",
  "image/gif": "GIF picture",
  "image/heic": "HEIC photo",
  "image/tiff": "TIFF picture",
  "application/pdf": "PDF",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "Word document",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "Excel workbook",
  "application/vnd.openxmlformats-officedocument.presentationml.presentation": "PowerPoint slides",
  "application/zip": "ZIP archive",
  "text/plain": "Text",
  "audio/wav": "WAV audio",
  "audio/mpeg": "MP3 audio",
};

const kinds: Readonly<Record<AttachmentKind, string>> = {
  loa: "LOA",
  csr: "CSR",
  bill: "Bill",
  audio: "Audio",
  photo: "Picture",
  survey: "Survey",
  snapshot: "Snapshot",
  result: "Result",
  other: "File",
};

const count = (files: number) => (files === 1 ? "1 file" : `${files} files`);

export const files = {
  title: "Files and photos",
  photos: "Photos",
  others: "Other files",
  types,
  kinds,
  add: "Add files…",
  adding: "Adding files",
  added: (files: number) => `${count(files)} added`,
  stopped: (files: number) => `Stopped; ${count(files)} added before that are kept`,
  held: (files: number, size: string) => `${count(files)}, ${size}`,
  empty: "No files yet",
  emptyHelp:
    "Drop photos, floor plans, bills and surveys on the window. They are kept in the workspace as they are, up to 50 MB each.",
  name: "Name",
  type: "Type",
  size: "Size",
  addedOn: "Added",
  caption: "Caption",
  captionHelp: "What it shows, such as “Elevator line in the basement, left of the rack”.",
  section: "Belongs to",
  noSection: "The site as a whole",
  actions: (name: string) => `Actions for ${name}`,
  view: "View",
  edit: "Name and caption…",
  editTitle: "Name and caption",
  saveCopy: "Save a copy…",
  copied: (name: string, size: string) => `Saved ${name} (${size})`,
  remove: "Remove…",
  removeTitle: "Remove this file?",
  removeHelp: (name: string) =>
    `${name} is taken out of the workspace and cannot be brought back. The log keeps its name.`,
  removeSubmit: "Remove",
  removed: (name: string) => `${name} removed`,
  show: (name: string) => `Show ${name}`,
  previous: "Previous photo",
  next: "Next photo",
  place: (place: number, total: number) => `${place} of ${total}`,
  noPicture: "No preview",
  notShown: "This picture cannot be shown here. Save a copy and open it with another program.",
  dropTitle: "Drop the files to keep them with this site",
  dropHelp: "Photos, plans, bills: they are kept as they are. For spreadsheets you are asked.",
  choiceTitle: "What are these for?",
  choiceHelp: (names: string) => `${names}: a spreadsheet can be imported or kept as it is.`,
  choiceImport: "Import the spreadsheets…",
  choiceKeep: "Keep with the site",
} as const;

export const siteFile = {
  save: "Save site as a file…",
  saving: "Saving the site",
  saved: (name: string, size: string) => `The site is in ${name} (${size})`,
  secrets: (count: number) =>
    count === 1
      ? "One account number or PIN is not in it: its key stays with this workspace."
      : `${count} account numbers and PINs are not in it: their key stays with this workspace.`,
  documents: (count: number) =>
    count === 1
      ? "One order's step comes without the carrier's list that proves it: it may name other customers."
      : `${count} steps of orders come without the carrier's lists that prove them: they may name other customers.`,
} as const;
