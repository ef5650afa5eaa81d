/** The orders that a status sheet names: what it says of each, what will happen, and whether it is to happen. */
import { Link } from "@tanstack/react-router";
import type { RejectReason } from "@/bindings/RejectReason";
import type { StatusProposal } from "@/bindings/StatusProposal";
import { OrderStatusChip } from "@/components/Chip";
import { formatCount, formatFoc } from "@/format";
import { labels, words } from "@/words";
import { type Decision, type Decisions, isTaken, missing } from "./accept";

interface ProposalsProps {
  proposals: StatusProposal[];
  /** Whether an e-mail says it, whose lines are named, and not a sheet. */
  isMail?: boolean;
  decisions: Decisions;
  rejectCodes: RejectReason[];
  onDecide: (orderId: string, decision: Decision) => void;
}

export function Proposals({ proposals, isMail, decisions, rejectCodes, onDecide }: ProposalsProps) {
  if (proposals.length === 0) {
    return <p className="p-3 text-muted">{isMail ? words.mail.noOrders : words.statusSheet.noOrders}</p>;
  }
  return (
    <table className="table">
      <thead>
        <tr>
          <th scope="col">{words.statusSheet.take}</th>
          <th scope="col">{words.statusSheet.order}</th>
          <th scope="col">{words.statusSheet.status}</th>
          <th scope="col">{isMail ? words.mail.said : words.statusSheet.said}</th>
          <th scope="col">{words.statusSheet.follows}</th>
        </tr>
      </thead>
      <tbody>
        {proposals.map((proposal) => {
          const decision = decisions[proposal.orderId];
          return (
            <tr key={proposal.orderId} className="[&>td]:align-top">
              <td>
                {proposal.step && (
                  <input
                    type="checkbox"
                    className="size-4 accent-accent"
                    aria-label={words.statusSheet.takeOrder(proposal.pon)}
                    checked={isTaken(proposal, decision)}
                    disabled={missing(proposal, decision) !== null}
                    onChange={(event) =>
                      onDecide(proposal.orderId, { ...decision, isTaken: event.target.checked })
                    }
                  />
                )}
              </td>
              <td>
                <Link
                  to="/orders/$orderId"
                  params={{ orderId: proposal.orderId }}
                  className="link font-medium"
                >
                  {proposal.pon}
                </Link>
                <p className="text-muted text-small">{proposal.path}</p>
              </td>
              <td>
                <OrderStatusChip status={proposal.status} />
              </td>
              <td>
                {proposal.said.map((said) => (
                  <p key={said}>{said}</p>
                ))}
                <p className="text-muted text-small">
                  {(isMail ? words.mail.lines : words.statusSheet.rows)(proposal.rows.join(", "))}
                </p>
              </td>
              <td>
                <Follows
                  proposal={proposal}
                  decision={decision}
                  rejectCodes={rejectCodes}
                  onDecide={onDecide}
                />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

interface FollowsProps {
  proposal: StatusProposal;
  decision: Decision | undefined;
  rejectCodes: RejectReason[];
  onDecide: (orderId: string, decision: Decision) => void;
}

function Follows({ proposal, decision, rejectCodes, onDecide }: FollowsProps) {
  const { step, refusal, hints, notInOrder, notInSheet } = proposal;
  return (
    <div className="flex flex-col gap-1">
      {proposal.verdict === "nothing_new" && <p className="text-muted">{words.statusSheet.nothingNew}</p>}
      {refusal && (
        <p className="text-danger">
          {words.statusSheet.cannotFollow}: {[refusal, ...hints].join(" ")}
        </p>
      )}
      {step && (
        <>
          <p className="font-medium">{words.statusSheet.becomes(labels.portOrderStatus[step.to])}</p>
          {step.focDate && <p>{formatFoc(step.focDate, step.focTime, step.focZone)}</p>}
          {step.needsFocTime && <p className="text-warn">{words.statusSheet.needsFocTime}</p>}
          {step.outcomeCounts.map(({ choice, count }) => (
            <p key={choice}>{words.statusSheet.outcome(labels.numberChoice[choice], formatCount(count))}</p>
          ))}
          {step.rejectCode && <p>{reasonOf(step.rejectCode, rejectCodes)}</p>}
          {step.needsRejectCode && (
            <select
              className="input"
              aria-label={words.statusSheet.rejectCodeOf(proposal.pon)}
              value={decision?.rejectCode ?? ""}
              onChange={(event) =>
                onDecide(proposal.orderId, { ...decision, rejectCode: event.target.value })
              }
            >
              <option value="">{words.statusSheet.rejectCode}</option>
              {rejectCodes.map(({ code }) => (
                <option key={code} value={code}>
                  {reasonOf(code, rejectCodes)}
                </option>
              ))}
            </select>
          )}
          <p className="wrap-anywhere text-muted text-small">{step.reason}</p>
        </>
      )}
      {notInOrder.length > 0 && (
        <p className="text-warn">{words.statusSheet.notInOrder(notInOrder.join(", "))}</p>
      )}
      {notInSheet.length > 0 && (
        <p className="text-warn">{words.statusSheet.notInSheet(notInSheet.join(", "))}</p>
      )}
    </div>
  );
}

/** The code with what it means, where the list of codes is there and has it. */
function reasonOf(code: string, rejectCodes: RejectReason[]): string {
  const known = rejectCodes.find((reason) => reason.code === code);
  return known ? `${known.text} (${code})` : code;
}
