/** What a host can do for the page: answer commands, tell of events, let a person choose files. */
import type { ApiError } from "@/bindings/ApiError";
import type { Event } from "@/bindings/Event";
import type { FileHandle } from "@/bindings/FileHandle";

export type { ApiError, Event, FileHandle };

/** Why a person chooses a file; the host picks the title and the file types of the dialog from it. */
/** `folder` is a place to write several files into. */
export type OpenPurpose = "import" | "workspace" | "document" | "questionnaire" | "carrier" | "folder";
export type SavePurpose =
  | "workbook"
  | "script"
  | "report"
  | "workspace"
  | "backup"
  | "questionnaire"
  | "carrier"
  | "request"
  | "file"
  | "site"
  | "calendar";

export type Unlisten = () => void;

export interface Host {
  /** Rejects with an `ApiError`, never with anything else. */
  call(name: string, request: unknown): Promise<unknown>;
  onEvent(listener: (event: Event) => void): Unlisten;
  onFilesDropped(listener: (files: FileHandle[]) => void): Unlisten;
  /** Tells whether files hover over the window. */
  onFilesHover(listener: (hovering: boolean) => void): Unlisten;
  /** `null` when the person closes the dialog without choosing. */
  pickOpen(purpose: OpenPurpose): Promise<FileHandle | null>;
  /** Empty when the person closes the dialog without choosing. */
  pickSeveral(purpose: OpenPurpose): Promise<FileHandle[]>;
  pickSave(purpose: SavePurpose, suggestedName: string): Promise<FileHandle | null>;
}
