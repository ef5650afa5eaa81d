/** Actions behind one button. */
import { Menu as Base } from "@base-ui/react/menu";
import { Check, type LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { buttonClass } from "./Button";

/** Open menus stand in a landmark of the shell, so that a screen reader knows where they are. */
export const POPUPS = "popups";

interface MenuProps {
  label: string;
  icon?: LucideIcon;
  iconOnly?: boolean;
  disabled?: boolean;
  tone?: "default" | "primary" | "quiet";
  children: ReactNode;
}

export function Menu({ label, icon: Icon, iconOnly, disabled, tone, children }: MenuProps) {
  return (
    <Base.Root>
      <Base.Trigger
        className={buttonClass(tone, iconOnly)}
        aria-label={iconOnly ? label : undefined}
        title={iconOnly ? label : undefined}
        disabled={disabled}
      >
        {Icon && <Icon aria-hidden />}
        {!iconOnly && label}
      </Base.Trigger>
      <Base.Portal container={document.getElementById(POPUPS)}>
        <Base.Positioner sideOffset={4} align="start" className="z-50">
          <Base.Popup className="popup max-h-[min(70vh,var(--available-height))] min-w-44 overflow-auto py-1">
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

interface MenuItemProps {
  icon?: LucideIcon;
  disabled?: boolean;
  onSelect: () => void;
  children: ReactNode;
}

export function MenuItem({ icon: Icon, disabled, onSelect, children }: MenuItemProps) {
  return (
    <Base.Item className="menu-item" disabled={disabled} onClick={onSelect}>
      {Icon && <Icon aria-hidden className="size-4" />}
      {children}
    </Base.Item>
  );
}

export function MenuCheck({
  checked,
  onChange,
  children,
}: {
  checked: boolean;
  onChange: (checked: boolean) => void;
  children: ReactNode;
}) {
  return (
    <Base.CheckboxItem
      className="menu-item"
      checked={checked}
      onCheckedChange={onChange}
      closeOnClick={false}
    >
      <span className="size-4">{checked && <Check aria-hidden className="size-4" />}</span>
      {children}
    </Base.CheckboxItem>
  );
}

export function MenuSeparator() {
  return <Base.Separator className="my-1 h-px bg-line" />;
}

export function MenuHeading({ children }: { children: ReactNode }) {
  return (
    <Base.Group>
      <Base.GroupLabel className="px-2.5 py-1 text-muted text-small">{children}</Base.GroupLabel>
    </Base.Group>
  );
}
