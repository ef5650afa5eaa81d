/** A status as a coloured word. The text carries the meaning; colour and icon only help. */
import { CheckCheck, type LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import type { MigrationStatus } from "@/bindings/MigrationStatus";
import type { NumberClass } from "@/bindings/NumberClass";
import type { PortingStatus } from "@/bindings/PortingStatus";
import type { PortOrderStatus } from "@/bindings/PortOrderStatus";
import { labels, orderStatusLabel } from "@/words";

export type Tone = "neutral" | "info" | "ok" | "warn" | "danger";

interface ChipProps {
  tone?: Tone;
  icon?: LucideIcon;
  children: ReactNode;
}

export function Chip({ tone = "neutral", icon: Icon, children }: ChipProps) {
  return (
    <span className={tone === "neutral" ? "chip" : `chip chip-${tone}`}>
      {Icon && <Icon aria-hidden />}
      {children}
    </span>
  );
}

const PORTING_TONE: Record<PortingStatus, Tone> = {
  not_started: "neutral",
  loa_submitted: "info",
  loa_rejected: "danger",
  foc_received: "info",
  port_scheduled: "info",
  ported: "ok",
  verified: "ok",
  failed: "danger",
};

export function PortingStatusChip({ status }: { status: PortingStatus }) {
  return (
    <Chip tone={PORTING_TONE[status]} icon={status === "verified" ? CheckCheck : undefined}>
      {labels.portingStatus[status]}
    </Chip>
  );
}

const ORDER_TONE: Record<PortOrderStatus, Tone> = {
  draft: "neutral",
  ready: "neutral",
  loa_requested: "info",
  loa_signed: "info",
  submitted: "info",
  rejected: "danger",
  foc_received: "info",
  scheduled: "info",
  jeopardy: "warn",
  cancel_requested: "warn",
  partially_ported: "warn",
  ported: "ok",
  verified: "ok",
  closed: "neutral",
  cancelled: "neutral",
  failed: "danger",
  snapped_back: "danger",
};

interface OrderStatusChipProps {
  status: PortOrderStatus;
  /** Toll-free orders have words of their own. */
  numberClass?: NumberClass;
}

export function OrderStatusChip({ status, numberClass = "local" }: OrderStatusChipProps) {
  return (
    <Chip tone={ORDER_TONE[status]} icon={status === "verified" ? CheckCheck : undefined}>
      {orderStatusLabel(status, numberClass)}
    </Chip>
  );
}

const MIGRATION_TONE: Record<MigrationStatus, Tone> = {
  planning: "neutral",
  discovery: "neutral",
  data_collection: "info",
  in_progress: "info",
  porting: "info",
  testing: "info",
  completed: "ok",
  on_hold: "warn",
  cancelled: "neutral",
};

export function MigrationStatusChip({ status }: { status: MigrationStatus }) {
  return <Chip tone={MIGRATION_TONE[status]}>{labels.migrationStatus[status]}</Chip>;
}
