/** Turns whatever a transport throws into the one error the screens know. */
import type { ApiError } from "./types";

export function isApiError(value: unknown): value is ApiError {
  if (typeof value !== "object" || value === null) return false;
  const candidate = value as Partial<ApiError>;
  return (
    typeof candidate.code === "string" &&
    typeof candidate.message === "string" &&
    Array.isArray(candidate.hints)
  );
}

export function toApiError(cause: unknown): ApiError {
  if (isApiError(cause)) return cause;
  const detail = cause instanceof Error ? cause.message : typeof cause === "string" ? cause : "";
  return {
    code: "internal",
    message: detail ? `PortFlow did not answer: ${detail}` : "PortFlow did not answer.",
    field: null,
    hints: ["Nothing you stored is lost. Try again; if it persists, restart PortFlow."],
  };
}
