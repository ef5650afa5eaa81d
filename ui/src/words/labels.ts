/** What the codes of the field are called on screen. A code without a word does not compile. */
import type { AccountNumberSource } from "@/bindings/AccountNumberSource";
import type { ContactKind } from "@/bindings/ContactKind";
import type { Disposition } from "@/bindings/Disposition";
import type { ImportOutcome } from "@/bindings/ImportOutcome";
import type { ImportStatus } from "@/bindings/ImportStatus";
import type { MendedBy } from "@/bindings/MendedBy";
import type { MigrationStatus } from "@/bindings/MigrationStatus";
import type { NoPortReason } from "@/bindings/NoPortReason";
import type { NumberChoice } from "@/bindings/NumberChoice";
import type { NumberClass } from "@/bindings/NumberClass";
import type { NumberUsage } from "@/bindings/NumberUsage";
import type { OrderNumberOutcome } from "@/bindings/OrderNumberOutcome";
import type { PhoneNumberType } from "@/bindings/PhoneNumberType";
import type { PortingStatus } from "@/bindings/PortingStatus";
import type { PortOrderStatus } from "@/bindings/PortOrderStatus";
import type { PortScope } from "@/bindings/PortScope";
import type { RemainingAction } from "@/bindings/RemainingAction";
import type { RiskKind } from "@/bindings/RiskKind";
import type { RoutingType } from "@/bindings/RoutingType";
import type { ScriptKind } from "@/bindings/ScriptKind";
import type { Supplement } from "@/bindings/Supplement";
import type { TeamRole } from "@/bindings/TeamRole";
import type { WaitsFor } from "@/bindings/WaitsFor";
import type { WorkspaceKind } from "@/bindings/WorkspaceKind";
import { discoveryLabels } from "./discoveryLabels";
import { importLabels } from "./importLabels";

type Labels<Code extends string> = Readonly<Record<Code, string>>;

const migrationStatus: Labels<MigrationStatus> = {
  planning: "Planning",
  discovery: "Discovery",
  data_collection: "Data collection",
  in_progress: "In progress",
  porting: "Porting",
  testing: "Testing",
  completed: "Completed",
  on_hold: "On hold",
  cancelled: "Cancelled",
};

const portingStatus: Labels<PortingStatus> = {
  not_started: "Not started",
  loa_submitted: "LOA submitted",
  loa_rejected: "LOA rejected",
  foc_received: "FOC received",
  port_scheduled: "Port scheduled",
  ported: "Ported",
  verified: "Verified",
  failed: "Failed",
};

/** Toll-free numbers move by a RespOrg change, which says other words for the same steps. */
const tollFreeStatus: Partial<Labels<PortOrderStatus>> = {
  submitted: "RespOrg change requested",
  foc_received: "RespOrg change confirmed",
  scheduled: "RespOrg change scheduled",
  ported: "RespOrg change done",
};

const supplement: Labels<Supplement> = {
  cancel: "SUP 1: cancel",
  new_date: "SUP 2: new date",
  other: "SUP 3: other change",
};

const mendedBy: Labels<MendedBy> = {
  consultant: "You",
  customer: "The customer",
  gaining_carrier: "The gaining carrier",
  losing_carrier: "The losing carrier",
};

const portOrderStatus: Labels<PortOrderStatus> = {
  draft: "Draft",
  ready: "Ready",
  loa_requested: "LOA requested",
  loa_signed: "LOA signed",
  submitted: "Submitted",
  rejected: "Rejected",
  foc_received: "FOC received",
  scheduled: "Scheduled",
  jeopardy: "Jeopardy",
  cancel_requested: "Cancel requested",
  partially_ported: "Partially ported",
  ported: "Ported",
  verified: "Verified",
  closed: "Closed",
  cancelled: "Cancelled",
  failed: "Failed",
  snapped_back: "Snapped back",
};

const routingType: Labels<RoutingType> = {
  direct_routing: "Direct Routing",
  operator_connect: "Operator Connect",
  calling_plan: "Calling Plan",
};

const phoneNumberType: Labels<PhoneNumberType> = {
  user: "User",
  auto_attendant: "Auto attendant",
  call_queue: "Call queue",
  fax: "Fax",
  conference_room: "Conference room",
  shared: "Shared",
  other: "Other",
};

const numberUsage: Labels<NumberUsage> = {
  user: "User",
  voice_app: "Voice application",
  conference: "Conference",
};

const disposition: Labels<Disposition> = {
  port: "Port",
  new: "New",
  retain: "Retain",
  disconnect: "Disconnect",
  forward: "Forward",
  unknown: "Unknown",
};

const teamRole: Labels<TeamRole> = { admin: "Admin", member: "Member", viewer: "Viewer" };

const contactKind: Labels<ContactKind> = {
  authorized_signer: "Authorized signer",
  technical: "Technical",
  billing: "Billing",
  site: "Site",
  escalation: "Escalation",
};

const portScope: Labels<PortScope> = { full: "Full", partial: "Partial" };
const numberClass: Labels<NumberClass> = { local: "Local", toll_free: "Toll-free" };

const orderNumberOutcome: Labels<OrderNumberOutcome> = {
  ported: "Ported",
  failed: "Failed",
  released: "Released",
  kept: "Kept",
  snapped_back: "Snapped back",
};

const importStatus: Labels<ImportStatus> = { committed: "Committed", undone: "Undone" };

const importOutcome: Labels<ImportOutcome> = {
  inserted: "New",
  updated: "Update",
  unchanged: "Unchanged",
  rejected: "Rejected",
};

const scriptKind: Labels<ScriptKind> = {
  collect: "Collect",
  prepare: "Prepare",
  apply: "Apply",
  cutover: "Cutover",
  verify: "Verify",
  rollback: "Rollback",
};

const workspaceKind: Labels<WorkspaceKind> = { local_file: "Local file", shared_postgres: "Shared Postgres" };

const orderWaitsFor: Labels<WaitsFor> = {
  signature: "Signature",
  answer: "Carrier's answer",
  resubmission: "Resubmission",
  new_date: "Kept or new date",
  cancellation: "Cancellation",
  verification: "Test calls",
  remainder: "Remaining numbers",
};

const orderRisk: Labels<RiskKind> = {
  rejected: "Rejected",
  jeopardy: "Jeopardy",
  foc_passed: "FOC passed",
  cancel_deadline: "Cancel deadline",
  not_prepared: "Not prepared",
  snapback: "Snapback window",
  overdue: "Overdue",
  paper: "Document ages",
};

const noPortReason: Labels<NoPortReason> = {
  weekend: "Weekend",
  holiday: "Holiday",
  weekday: "Not on this weekday",
  eve: "Day before a holiday",
};

const numberChoice: Labels<NumberChoice> = {
  ported: "Ported",
  stays: "Stays open",
  failed: "Failed",
  released: "Released",
  kept: "Kept",
  moved_back: "Moved back",
};

const accountNumberSource: Labels<AccountNumberSource> = {
  csr: "Customer service record (CSR)",
  bill: "Bill",
  portal: "Portal export",
};

const remainingAction: Labels<RemainingAction> = { keep: "Keep", disconnect: "Disconnect" };

export const labels = {
  accountNumberSource,
  remainingAction,
  migrationStatus,
  portingStatus,
  portOrderStatus,
  tollFreeStatus,
  supplement,
  mendedBy,
  routingType,
  phoneNumberType,
  numberUsage,
  disposition,
  teamRole,
  contactKind,
  portScope,
  numberClass,
  orderNumberOutcome,
  numberChoice,
  orderWaitsFor,
  orderRisk,
  noPortReason,
  importStatus,
  importOutcome,
  scriptKind,
  workspaceKind,
  ...importLabels,
  ...discoveryLabels,
} as const;

/** A list of codes and words, in the order of the words above, for a select field or a filter. */

export function orderStatusLabel(status: PortOrderStatus, numberClass: NumberClass): string {
  return (numberClass === "toll_free" && tollFreeStatus[status]) || portOrderStatus[status];
}

export function choicesOf<Code extends string>(of: Labels<Code>): { value: Code; label: string }[] {
  return (Object.entries(of) as [Code, string][]).map(([value, label]) => ({ value, label }));
}
