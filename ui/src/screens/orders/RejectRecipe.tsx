/** Why the carrier rejected the order, and how to mend it: what to open, who does it, and what the carrier's clock does. */
import { Link } from "@tanstack/react-router";
import type { PortOrderDetail } from "@/bindings/PortOrderDetail";
import { Section } from "@/components/Page";
import { Facts } from "@/components/SidePanel";
import { useRead } from "@/queries/commands";
import { labels, words } from "@/words";

/** Fields of the losing account; they are mended on the customer's page. */
const OF_ACCOUNT = ["accountNumber", "pin", "btn", "csrAddress", "nameOnAccount"];
/** What is mended number by number, in the inventory. */
const OF_NUMBERS = ["numbers", "rateCenter", "losingAccountId"];

export function RejectRecipe({ detail }: { detail: PortOrderDetail }) {
  const { data: reasons } = useRead("reject_code_list", {});
  const rejection = lastRejection(detail);
  const reason = reasons?.find((one) => one.code === rejection?.rejectCode);
  if (!rejection || !reason) return null;
  return (
    <Section title={words.orders.recipe}>
      <p className="font-medium">{reason.text}</p>
      {rejection.reason && <p className="mt-1 wrap-anywhere text-muted">{rejection.reason}</p>}
      <div className="mt-3">
        <Facts
          columns={1}
          facts={[
            {
              label: words.orders.recipeFields,
              value: reason.fields.length > 0 && (
                <ul>
                  {reason.fields.map((field) => (
                    <li key={field}>
                      <FieldLink field={field} detail={detail} />
                    </li>
                  ))}
                </ul>
              ),
            },
            { label: words.orders.recipeBy, value: labels.mendedBy[reason.mendedBy] },
            {
              label: words.orders.recipeClock,
              value: reason.restartsClock ? words.orders.clockRestarts : words.orders.clockGoesOn,
            },
          ]}
        />
      </div>
      <p className="mt-3 text-muted">{words.orders.recipeNext}</p>
    </Section>
  );
}

/** The rejection that has not been answered by a new submission yet. */
function lastRejection({ events, order }: PortOrderDetail) {
  const last = events.findLast(({ toStatus }) => toStatus === "rejected" || toStatus === "submitted");
  const isWaiting = ["rejected", "draft", "ready", "loa_requested", "loa_signed"].includes(order.status);
  return isWaiting && last?.toStatus === "rejected" ? last : undefined;
}

function FieldLink({ field, detail: { order } }: { field: string; detail: PortOrderDetail }) {
  const name = words.orders.recipeFieldNames[field as keyof typeof words.orders.recipeFieldNames] ?? field;
  if (OF_ACCOUNT.includes(field)) {
    return (
      <Link to="/customers/$customerId" params={{ customerId: order.customerId }}>
        {name}
      </Link>
    );
  }
  if (OF_NUMBERS.includes(field)) {
    return (
      <Link to="/migrations/$migrationId/numbers" params={{ migrationId: order.migrationId }}>
        {name}
      </Link>
    );
  }
  return <>{name}</>;
}
