/** Says where a list goes that is no import: a carrier's status export to the orders, a bill to its account. */
import { Link } from "@tanstack/react-router";
import type { ImportTarget } from "@/bindings/ImportTarget";
import { buttonClass } from "@/components/Button";
import { words } from "@/words";

interface HandOverProps {
  target: ImportTarget;
  fileId: string;
  migrationId: string;
}

export function HandOver({ target, fileId, migrationId }: HandOverProps) {
  if (target === "port_order_events") {
    return (
      <p className="flex items-center gap-3 rounded-md bg-info-bg px-3 py-2">
        <span className="flex-1">{words.imports.isStatusSheet}</span>
        <Link to="/status-sheet" search={{ fileId, migrationId }} className={buttonClass("primary")}>
          {words.imports.toStatusSheet}
        </Link>
      </p>
    );
  }
  if (target === "losing_account_numbers") {
    return (
      <p className="flex items-center gap-3 rounded-md bg-info-bg px-3 py-2">
        <span className="flex-1">{words.imports.isAccountList}</span>
        <Link to="/customers" search={{}} className={buttonClass("primary")}>
          {words.imports.toAccounts}
        </Link>
      </p>
    );
  }
  return null;
}
