/** An address in one line. */
import type { PostalAddress } from "@/bindings/PostalAddress";

export function addressText({ street, city, state, postalCode }: PostalAddress): string {
  const place = [state, postalCode].filter(Boolean).join(" ");
  return [street, city, place].filter(Boolean).join(", ");
}
