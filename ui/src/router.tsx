/** Every screen and its address. The hash keeps addresses working in the window and in the test host alike. */
import { createHashHistory, createRootRoute, createRoute, createRouter } from "@tanstack/react-router";
import { EmptyState } from "@/components/EmptyState";
import { ErrorNotice } from "@/components/ErrorNotice";
import { toApiError } from "@/host/error";
// Before the history below reads the address.
import "@/host/token";
import { parseGridView } from "@/queries/gridView";
import { ActivityScreen } from "@/screens/activity/ActivityScreen";
import { Carriers } from "@/screens/carriers/Carriers";
import { CustomerPage } from "@/screens/customers/CustomerPage";
import { Customers } from "@/screens/customers/Customers";
import { Dashboard } from "@/screens/dashboard/Dashboard";
import { BatchPage } from "@/screens/import/BatchPage";
import { type NamedFile, parseFiles } from "@/screens/import/files";
import { ImportWizard } from "@/screens/import/ImportWizard";
import { MigrationActivity } from "@/screens/migration/MigrationActivity";
import { MigrationFrame } from "@/screens/migration/MigrationFrame";
import { MigrationImports } from "@/screens/migration/MigrationImports";
import { MigrationOrders } from "@/screens/migration/MigrationOrders";
import { MigrationOverview } from "@/screens/migration/MigrationOverview";
import { MigrationScripts } from "@/screens/migration/MigrationScripts";
import { Migrations } from "@/screens/migrations/Migrations";
import { Numbers } from "@/screens/numbers/Numbers";
import { OrderPage } from "@/screens/orders/OrderPage";
import { Orders } from "@/screens/orders/Orders";
import { People } from "@/screens/people/People";
import { ScriptPage } from "@/screens/scripts/ScriptPage";
import { Scripts } from "@/screens/scripts/Scripts";
import { SettingsScreen } from "@/screens/settings/SettingsScreen";
import { Team } from "@/screens/team/Team";
import { Shell } from "@/shell/Shell";
import { words } from "@/words";

const root = createRootRoute({
  component: Shell,
  notFoundComponent: () => <EmptyState title={words.shell.notFound} />,
  errorComponent: ({ error }) => (
    <div className="p-5">
      <ErrorNotice error={toApiError(error)} />
    </div>
  ),
});

const at = <Path extends string>(path: Path) => ({ getParentRoute: () => root, path }) as const;
const text = (value: unknown) => (typeof value === "string" && value !== "" ? value : undefined);
const parseAdd = (search: Record<string, unknown>): { add?: boolean } =>
  search.add === true ? { add: true } : {};

const migration = createRoute({ ...at("/migrations/$migrationId"), component: MigrationFrame });
const inMigration = <Path extends string>(path: Path) => ({ getParentRoute: () => migration, path }) as const;

const routeTree = root.addChildren([
  createRoute({ ...at("/"), component: Dashboard }),
  createRoute({ ...at("/customers"), component: Customers, validateSearch: parseAdd }),
  createRoute({ ...at("/customers/$customerId"), component: CustomerPage }),
  createRoute({ ...at("/migrations"), component: Migrations, validateSearch: parseAdd }),
  migration.addChildren([
    createRoute({ ...inMigration("/"), component: MigrationOverview }),
    createRoute({ ...inMigration("/numbers"), component: Numbers, validateSearch: parseGridView }),
    createRoute({ ...inMigration("/people"), component: People, validateSearch: parseGridView }),
    createRoute({ ...inMigration("/orders"), component: MigrationOrders }),
    createRoute({ ...inMigration("/scripts"), component: MigrationScripts }),
    createRoute({ ...inMigration("/imports"), component: MigrationImports }),
    createRoute({ ...inMigration("/imports/$batchId"), component: BatchPage }),
    createRoute({ ...inMigration("/activity"), component: MigrationActivity }),
  ]),
  createRoute({
    ...at("/import"),
    component: ImportWizard,
    validateSearch: (search: Record<string, unknown>): { migrationId?: string; files?: NamedFile[] } => ({
      migrationId: text(search.migrationId),
      files: parseFiles(search.files),
    }),
  }),
  createRoute({
    ...at("/orders"),
    component: Orders,
    validateSearch: (search: Record<string, unknown>): { view?: "table" | "board" } =>
      search.view === "board" || search.view === "table" ? { view: search.view } : {},
  }),
  createRoute({ ...at("/orders/$orderId"), component: OrderPage }),
  createRoute({ ...at("/carriers"), component: Carriers }),
  createRoute({ ...at("/scripts"), component: Scripts }),
  createRoute({ ...at("/scripts/$scriptId"), component: ScriptPage }),
  createRoute({ ...at("/activity"), component: ActivityScreen }),
  createRoute({ ...at("/team"), component: Team }),
  createRoute({ ...at("/settings"), component: SettingsScreen }),
]);

export const router = createRouter({ routeTree, history: createHashHistory(), defaultPreload: false });

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
