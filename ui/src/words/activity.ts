/** What the log calls an act: a sentence for each kind of record and what was done to it. */
import type { PortOrderStatus } from "@/bindings/PortOrderStatus";
import { discoveryActs } from "./discoveryActs";

/** Kinds of records and acts as the log writes them; one that is missing here is told by its codes. */
type Titles = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** A problem may be about any of several kinds of records. */
const waived = { problem_waived: "Problem accepted", problem_waiver_removed: "Accepted problem taken back" };

/** Of one migration, of one customer, or of all that somebody sees. */
const CALENDAR = "Calendar of ports exported";

const titles: Titles = {
  customer: {
    created: "Customer added",
    updated: "Customer changed",
    port_calendar_exported: CALENDAR,
  },
  site: {
    created: "Site added",
    updated: "Site changed",
    discovery_workbook_exported: "Discovery workbook exported",
    discovery_workbook_read: "Discovery workbook read back",
    saved_as_file: "Site saved as a file",
    questionnaire_asked: "Questionnaire asked at a site",
    questionnaire_stopped: "Questionnaire no longer asked at a site",
  },
  attachment: { created: "File added", updated: "File changed", deleted: "File removed" },
  contact: { created: "Contact added", updated: "Contact changed", deleted: "Contact removed" },
  auto_attendant: { site_value_taken: "Site’s value taken over into an auto attendant" },
  losing_account: {
    created: "Losing account added",
    updated: "Losing account changed",
    secret_revealed: "Account secret shown",
    site_value_taken: "Site’s value taken over into a losing account",
    numbers_imported: "List of account numbers imported",
    remaining_numbers_decided: "Decided what becomes of numbers that stay",
    ...waived,
  },
  migration: {
    port_calendar_exported: CALENDAR,
    created: "Migration added",
    updated: "Migration changed",
    status_changed: "Migration status changed",
    corrections_exported: "Questions for the customer exported",
  },
  phone_number: {
    created: "Phone number added",
    updated: "Phone number changed",
    assigned: "Phone number assigned",
    status_changed: "Porting status changed",
    ...waived,
  },
  end_user: { created: "Person added", updated: "Person changed" },
  port_order: {
    created: "Port order created",
    updated: "Port order changed",
    site_value_taken: "Site’s signer taken over into a port order",
    numbers_changed: "Numbers of port order changed",
    status_changed: "Port order status changed",
    port_request_exported: "Port request exported",
    loa_exported: "Letter of authorization exported",
    loa_attachment_exported: "Attachment A exported",
    document_set: "Document of port order changed",
    discovery_report_exported: "Discovery report exported",
    ...waived,
  },
  questionnaire: { created: "Questionnaire stored" },
  import_batch: { imported: "Spreadsheet imported" },
  generated_script: { generated: "Script generated", saved: "Script saved to a file" },
  team_member: {
    created: "Team member added",
    updated: "Team member changed",
    port_calendar_exported: CALENDAR,
  },
  ...discoveryActs,
  special_line: { ...discoveryActs.special_line, ...waived },
};

/** An order that moved is told by where it went. */
const orderMoved: Readonly<Record<PortOrderStatus, string>> = {
  draft: "Port order back to draft",
  ready: "Port order ready",
  loa_requested: "LOA requested",
  loa_signed: "LOA signed",
  submitted: "Port order submitted",
  rejected: "Port order rejected",
  foc_received: "FOC received",
  scheduled: "Port order scheduled",
  jeopardy: "Port order in jeopardy",
  cancel_requested: "Cancellation requested",
  partially_ported: "Port order partially ported",
  ported: "Port order ported",
  verified: "Port order verified",
  closed: "Port order closed",
  cancelled: "Port order cancelled",
  failed: "Port order failed",
  snapped_back: "Port order snapped back",
};

export const acts = {
  titles,
  orderMoved,
  migrationMoved: (status: string) => `Migration moved to ${status}`,
  numberMoved: (status: string) => `Phone number moved to ${status}`,
  numberReleased: "Phone number taken back",
} as const;
