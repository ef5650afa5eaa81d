/** The requests as they were sent, newest first, each with what it changed. */
import type { FieldChange } from "@/bindings/FieldChange";
import type { PortOrderDetail } from "@/bindings/PortOrderDetail";
import type { PostalAddress } from "@/bindings/PostalAddress";
import { Section } from "@/components/Page";
import { formatCount, formatInstant, formatNumber } from "@/format";
import { labels, words } from "@/words";
import { addressText } from "./addressText";

export function OrderVersions({ detail: { versions } }: { detail: PortOrderDetail }) {
  if (versions.length === 0) return null;
  return (
    <Section title={words.orders.versions} flush>
      <table className="table" aria-label={words.orders.versions}>
        <tbody>
          {versions.toReversed().map((version) => (
            <tr key={version.version}>
              <td className="w-40 whitespace-nowrap text-muted">{formatInstant(version.at)}</td>
              <td className="w-36 py-1!">
                <span className="font-medium">
                  {words.orders.versionNumber(formatCount(version.version))}
                </span>
                <div className="text-muted text-small">
                  {words.orders.versionNumbers(formatCount(version.numberCount))}
                </div>
              </td>
              <td>
                {version.supplement && <div>{labels.supplement[version.supplement]}</div>}
                {version.changes.map((change) => (
                  <div key={change.field + String(change.old_value) + String(change.new_value)}>
                    {told(change)}
                  </div>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}

function told({ field, old_value: before, new_value: after }: FieldChange): string {
  if (field === "numbers") {
    const number = formatNumber(String(after ?? before));
    return after === null ? words.orders.numberLeft(number) : words.orders.numberCame(number);
  }
  const name = words.orders.versionFields[field as keyof typeof words.orders.versionFields] ?? field;
  if (field === "signerContactId") return name;
  return `${name}: ${text(before)} → ${text(after)}`;
}

/** Of the values of an order only addresses have parts. */
function text(value: unknown): string {
  if (value === null) return words.common.none;
  return typeof value === "object" ? addressText(value as PostalAddress) : String(value);
}
