/** What a person enters for the next step of an order. */
import type { NumberChoice } from "@/bindings/NumberChoice";
import type { FocValues } from "./FocFields";

export interface TransitionValues extends FocValues {
  reason: string;
  rejectCode: string;
  signedOn: string;
  signerContactId: string;
  outcomes: Record<string, NumberChoice | "">;
  snapbackAgreed: boolean;
}
