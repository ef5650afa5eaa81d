/** The one button; icons stand before the text, an icon alone needs `label`. */
import type { LucideIcon } from "lucide-react";
import type { ComponentPropsWithRef } from "react";

interface ButtonProps extends ComponentPropsWithRef<"button"> {
  tone?: "default" | "primary" | "danger" | "quiet";
  icon?: LucideIcon;
  /** Names a button that shows only its icon. */
  label?: string;
  /** Work is under way; the button waits and says so. */
  busy?: boolean;
}

export function buttonClass(tone: ButtonProps["tone"] = "default", iconOnly = false): string {
  return ["button", tone !== "default" && `button-${tone}`, iconOnly && "button-icon"]
    .filter(Boolean)
    .join(" ");
}

export function Button({ tone, icon: Icon, label, busy, children, className, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={`${buttonClass(tone, children === undefined)} ${className ?? ""}`}
      aria-label={label}
      title={label ?? rest.title}
      disabled={rest.disabled || busy}
      aria-busy={busy || undefined}
    >
      {Icon && <Icon aria-hidden />}
      {children}
    </button>
  );
}
