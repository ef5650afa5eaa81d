/** What a person enters for the next step of an order. */
import type { NumberChoice } from "@/bindings/NumberChoice";

export interface TransitionValues {
  reason: string;
  rejectCode: string;
  focDate: string;
  focTime: string;
  focZone: string;
  signedOn: string;
  signerContactId: string;
  outcomes: Record<string, NumberChoice | "">;
  snapbackAgreed: boolean;
}
