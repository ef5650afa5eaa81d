/** A modal question. Long or many-sided work belongs on a page or in a side panel instead. */
import { Dialog as Base } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import { type CSSProperties, type ReactNode, useRef } from "react";
import { words } from "@/words";
import { buttonClass } from "./Button";

interface DialogProps {
  open: boolean;
  onClose: () => void;
  title: string;
  description?: ReactNode;
  /** Width in CSS pixels. */
  width?: number;
  children: ReactNode;
}

export function Dialog({ open, onClose, title, description, width, children }: DialogProps) {
  const popup = useRef<HTMLDivElement>(null);
  const style = { "--dialog-width": width ? `${width}px` : undefined } as CSSProperties;
  return (
    <Base.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Base.Portal>
        <Base.Backdrop className="scrim" />
        <Base.Popup
          ref={popup}
          className="popup dialog"
          style={style}
          initialFocus={() => firstField(popup.current)}
        >
          <header className="flex items-start gap-4 border-line border-b px-4 py-3">
            <div className="min-w-0 flex-1">
              <Base.Title className="font-semibold text-lead">{title}</Base.Title>
              {description && <Base.Description className="text-muted">{description}</Base.Description>}
            </div>
            <Base.Close className={buttonClass("quiet", true)} aria-label={words.common.close}>
              <X aria-hidden />
            </Base.Close>
          </header>
          {children}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}

/** People come to a dialog to fill it in, not to close it. */
function firstField(popup: HTMLElement | null): HTMLElement | null {
  return popup?.querySelector<HTMLElement>("input, select, textarea") ?? null;
}

export function DialogBody({ children }: { children: ReactNode }) {
  return <div className="flex min-h-0 flex-col gap-3 overflow-auto p-4">{children}</div>;
}

export function DialogActions({ children }: { children: ReactNode }) {
  return <footer className="flex justify-end gap-2 border-line border-t px-4 py-3">{children}</footer>;
}
