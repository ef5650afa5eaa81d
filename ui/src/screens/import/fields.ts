/** Which fields the rows of a sheet can fill; mirrors `ImportField` of the domain, which has the last word. Pure. */
import type { ImportField } from "@/bindings/ImportField";
import type { ImportTarget } from "@/bindings/ImportTarget";
import { choicesOf, labels } from "@/words";

const FIELDS: Readonly<Record<ImportTarget, readonly ImportField[]>> = {
  phone_numbers: [
    "e164",
    "extension",
    "number_mask",
    "further_number",
    "number_type",
    "usage",
    "description",
    "carrier",
    "btn",
    "rate_center",
    "foc_date",
    "order_date",
    "porting_status",
    "disposition",
    "quantity_check",
    "assigned_to_upn",
    "pon",
    "site",
    "notes",
  ],
  end_users: [
    "upn",
    "user_key",
    "e164",
    "extension",
    "number_mask",
    "further_number",
    "number_type",
    "display_name",
    "first_name",
    "last_name",
    "department",
    "job_title",
    "email",
    "site",
    "cutover_date",
    "usage_location",
    "license_sku",
    "voice_routing_policy",
    "dial_plan",
    "notes",
  ],
  resource_accounts: [
    "upn",
    "display_name",
    "e164",
    "account_type",
    "call_queue",
    "auto_attendant",
    "usage_location",
    "license_sku",
    "site",
    "notes",
  ],
  call_queues: [
    "name",
    "e164",
    "extension",
    "number_mask",
    "agent_group",
    "agent",
    "routing_method",
    "agent_alert_seconds",
    "timeout_seconds",
    "timeout_action",
    "timeout_target",
    "overflow_threshold",
    "overflow_action",
    "overflow_target",
    "language",
    "greeting",
    "upn",
    "site",
    "description",
    "notes",
  ],
  call_queue_agents: [
    "call_queue",
    "agent_group",
    "agent",
    "agent_position",
    "routing_method",
    "agent_alert_seconds",
    "notes",
  ],
  call_queue_groups: ["call_queue", "agent_group", "agent_position", "description"],
  auto_attendants: [
    "name",
    "e164",
    "extension",
    "menu_option",
    "operator",
    "greeting",
    "after_hours",
    "business_hours",
    "holidays",
    "language",
    "time_zone",
    "upn",
    "site",
    "description",
    "notes",
  ],
  sites: [
    "name",
    "e164",
    "site_code",
    "house_number",
    "street",
    "city",
    "state",
    "postal_code",
    "country",
    "time_zone",
    "main_number",
    "legacy_pbx",
    "business_hours",
    "holidays",
    "emergency_location",
    "carrier",
    "contact_name",
    "notes",
  ],
  losing_account_numbers: ["e164", "btn", "carrier", "description"],
  port_order_events: ["pon", "e164", "order_status", "foc_date", "reject_reason", "carrier", "notes"],
  emergency_locations: [
    "emergency_location",
    "site",
    "description",
    "company_name",
    "building",
    "floor",
    "room",
    "house_number",
    "house_number_suffix",
    "street",
    "street_suffix",
    "city",
    "state",
    "postal_code",
    "country",
    "elin",
    "place",
    "notes",
  ],
  network_segments: [
    "subnet",
    "subnet_mask",
    "chassis_id",
    "switch_port",
    "bssid",
    "emergency_location",
    "site",
    "house_number",
    "house_number_suffix",
    "street",
    "street_suffix",
    "city",
    "state",
    "postal_code",
    "country",
    "description",
  ],
  circuits: [
    "circuit_kind",
    "circuit_id",
    "carrier",
    "site",
    "channels",
    "btn",
    "contract_end",
    "monthly_cost",
    "disconnect_on",
    "description",
    "notes",
  ],
  special_lines: [
    "special_line_kind",
    "e164",
    "place",
    "site",
    "owner",
    "special_line_decision",
    "decided_by",
    "description",
    "notes",
  ],
  devices: ["device_kind", "vendor", "model", "quantity", "is_kept", "place", "site", "notes"],
  licenses: ["license_sku", "quantity", "assigned_quantity", "monthly_cost", "site", "notes"],
  contacts: ["contact_name", "contact_kind", "job_title", "email", "contact_phone", "site"],
};

const REPEATABLE: readonly ImportField[] = [
  "e164",
  "extension",
  "number_mask",
  "further_number",
  "display_name",
  "description",
  "agent",
  "agent_position",
  "agent_group",
  "menu_option",
  "house_number",
  "street",
  "notes",
];
const CODED: readonly ImportField[] = [
  "number_type",
  "usage",
  "carrier",
  "porting_status",
  "disposition",
  "account_type",
  "routing_method",
  "timeout_action",
  "overflow_action",
  "order_status",
  "circuit_kind",
  "special_line_kind",
  "special_line_decision",
  "device_kind",
  "contact_kind",
];

export interface FieldChoice {
  value: ImportField;
  label: string;
}

export function fieldsOf(target: ImportTarget): FieldChoice[] {
  return FIELDS[target].map((value) => ({ value, label: labels.importField[value] }));
}

const FOUND_AT_SITES: readonly ImportTarget[] = [
  "emergency_locations",
  "network_segments",
  "circuits",
  "special_lines",
  "devices",
  "licenses",
  "contacts",
];

/** Whether rows of this kind are found at a site, so that each belongs to one. */
export function isFoundAtSite(target: ImportTarget): boolean {
  return FOUND_AT_SITES.includes(target);
}

/** Whether several columns may be mapped to it. */
export function isRepeatable(field: ImportField): boolean {
  return REPEATABLE.includes(field);
}

/** Whether its texts stand for codes. */
export function isCoded(field: ImportField): boolean {
  return CODED.includes(field);
}

/** The codes a text of the file can stand for; `null` where the list is not a fixed one. */
export function codeChoices(field: ImportField): { value: string; label: string }[] | null {
  switch (field) {
    case "number_type":
      return choicesOf(labels.phoneNumberType);
    case "usage":
      return choicesOf(labels.numberUsage);
    case "porting_status":
      return choicesOf(labels.portingStatus);
    case "disposition":
      return choicesOf(labels.disposition);
    case "account_type":
      return choicesOf(labels.resourceAccountType);
    case "routing_method":
      return choicesOf(labels.cqRoutingMethod);
    case "timeout_action":
    case "overflow_action":
      return choicesOf(labels.overflowAction);
    case "order_status":
      return choicesOf(labels.portOrderStatus);
    case "circuit_kind":
      return choicesOf(labels.circuitKind);
    case "special_line_kind":
      return choicesOf(labels.specialLineKind);
    case "special_line_decision":
      return choicesOf(labels.specialLineDecision);
    case "device_kind":
      return choicesOf(labels.deviceKind);
    case "contact_kind":
      return choicesOf(labels.contactKind);
    default:
      return null;
  }
}
