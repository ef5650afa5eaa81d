/** Starts the page. */
import { CSPProvider } from "@base-ui/react/csp-provider";
import { QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { ToastRegion } from "@/components/Toast";
import { restoreKept } from "@/kept";
import { newQueryClient } from "@/queries/client";
import { followChanges } from "@/queries/commands";
import { App } from "@/shell/App";
import { applyAppearance } from "@/shell/appearance";
import "@/styles/index.css";

applyAppearance();
void restoreKept();
const client = newQueryClient();
followChanges(client);

const root = document.getElementById("root");
if (root) {
  createRoot(root).render(
    <StrictMode>
      <CSPProvider disableStyleElements>
        <QueryClientProvider client={client}>
          <ToastRegion>
            <App />
          </ToastRegion>
        </QueryClientProvider>
      </CSPProvider>
    </StrictMode>,
  );
}
