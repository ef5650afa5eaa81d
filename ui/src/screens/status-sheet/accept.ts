/** Which proposed steps a person takes, and what they add to them. Pure. */
import type { AcceptedStep } from "@/bindings/AcceptedStep";
import type { StatusProposal } from "@/bindings/StatusProposal";

/** What was decided about an order; what is absent is as proposed. */
export interface Decision {
  isTaken?: boolean;
  rejectCode?: string;
}

export type Decisions = Readonly<Record<string, Decision>>;

/** What the sheet leaves open and nobody has given yet. */
export function missing(proposal: StatusProposal, decision: Decision | undefined): "time" | "code" | null {
  const { step } = proposal;
  if (step?.needsFocTime) return "time";
  if (step?.needsRejectCode && !decision?.rejectCode) return "code";
  return null;
}

/** A step is taken unless somebody says otherwise; one with numbers that do not fit waits for a look. */
export function isTaken(proposal: StatusProposal, decision: Decision | undefined): boolean {
  if (proposal.step === null || missing(proposal, decision) !== null) return false;
  const fits = proposal.notInOrder.length === 0 && proposal.notInSheet.length === 0;
  return decision?.isTaken ?? fits;
}

export function accepted(proposals: readonly StatusProposal[], decisions: Decisions): AcceptedStep[] {
  return proposals
    .filter((proposal) => isTaken(proposal, decisions[proposal.orderId]))
    .map(({ orderId, step }) => ({
      orderId,
      rejectCode: step?.needsRejectCode ? (decisions[orderId]?.rejectCode ?? null) : null,
      focTime: null,
      focZone: null,
    }));
}
