/** A telephone number as people read it, in tabular monospace. */
import { formatNumber } from "@/format";

export function PhoneNumber({ number, extension }: { number: string; extension?: string | null }) {
  return (
    <span className="number">
      {formatNumber(number)}
      {extension ? ` x${extension}` : ""}
    </span>
  );
}
