/**
 * Short news, read aloud by screen readers. Errors stay until they are closed. They come up in
 * the middle of the top bar, where nothing else stands: what is to be done next is never covered.
 */
import { Toast } from "@base-ui/react/toast";
import { CircleAlert, CircleCheck, X } from "lucide-react";
import type { ReactNode } from "react";
import type { ApiError } from "@/host";
import { words } from "@/words";
import { buttonClass } from "./Button";

const manager = Toast.createToastManager();

/** Tells that something was done; `undo` offers to take it back. */
export function notify(title: string, undo?: () => void): void {
  manager.add({
    title,
    type: "done",
    timeout: 6000,
    actionProps: undo ? { children: words.common.undo, onClick: undo } : undefined,
  });
}

export function notifyError(error: ApiError): void {
  manager.add({
    title: error.message,
    description: error.hints.join(" "),
    type: "error",
    timeout: 0,
    priority: "high",
  });
}

export function ToastRegion({ children }: { children: ReactNode }) {
  return (
    <Toast.Provider toastManager={manager} limit={4}>
      {children}
      <Toast.Portal>
        <Toast.Viewport
          className="-translate-x-1/2 fixed top-1.5 left-1/2 z-60 flex w-96 flex-col gap-2"
          aria-label={words.common.messages}
        >
          <List />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  );
}

function List() {
  const { toasts } = Toast.useToastManager();
  return toasts.map((toast) => {
    const isError = toast.type === "error";
    const Icon = isError ? CircleAlert : CircleCheck;
    return (
      <Toast.Root
        key={toast.id}
        toast={toast}
        className="popup data-limited:hidden"
        swipeDirection={[]}
        // News are read aloud from elsewhere, and yet whoever gets here by Tab must not find nothing.
        aria-hidden={false}
      >
        <Toast.Content className="flex items-start gap-2 p-3">
          <Icon aria-hidden className={`mt-0.5 size-4 flex-none ${isError ? "text-danger" : "text-ok"}`} />
          <div className="min-w-0 flex-1">
            <Toast.Title className="font-medium" />
            <Toast.Description className="text-muted text-small" />
          </div>
          <Toast.Action className={buttonClass("quiet")} />
          <Toast.Close
            className={buttonClass("quiet", true)}
            aria-label={words.common.close}
            aria-hidden={false}
          >
            <X aria-hidden />
          </Toast.Close>
        </Toast.Content>
      </Toast.Root>
    );
  });
}
