/** Every screen and its address. The hash keeps addresses working in the window and in the test host alike. */
import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
} from "@tanstack/react-router";
import { EmptyState } from "@/components/EmptyState";
import { ErrorNotice } from "@/components/ErrorNotice";
import { toApiError } from "@/host/error";
// Before the history below reads the address.
import "@/host/token";
import { parseGridView } from "@/queries/gridView";
import { Dashboard } from "@/screens/dashboard/Dashboard";
import { parseTarget } from "@/screens/discovery/target";
import { type NamedFile, parseFiles } from "@/screens/import/files";
import { parseNumbersSearch } from "@/screens/numbers/view";
import { parseOrderSearch } from "@/screens/orders/orderFilter";
import { parseProblemView } from "@/screens/problems/ProblemFilters";
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

const migration = createRoute({
  ...at("/migrations/$migrationId"),
  component: lazyRouteComponent(() => import("@/screens/migration/MigrationFrame"), "MigrationFrame"),
});
const inMigration = <Path extends string>(path: Path) => ({ getParentRoute: () => migration, path }) as const;

const routeTree = root.addChildren([
  createRoute({ ...at("/"), component: Dashboard }),
  createRoute({
    ...at("/customers"),
    component: lazyRouteComponent(() => import("@/screens/customers/Customers"), "Customers"),
    validateSearch: parseAdd,
  }),
  createRoute({
    ...at("/customers/$customerId"),
    component: lazyRouteComponent(() => import("@/screens/customers/CustomerPage"), "CustomerPage"),
  }),
  createRoute({
    ...at("/sites"),
    component: lazyRouteComponent(() => import("@/screens/discovery/list/Sites"), "Sites"),
  }),
  createRoute({
    ...at("/sites/$siteId"),
    component: lazyRouteComponent(() => import("@/screens/discovery/SitePage"), "SitePage"),
    validateSearch: parseTarget,
  }),
  createRoute({
    ...at("/sites/$siteId/workbook"),
    component: lazyRouteComponent(() => import("@/screens/discovery/workbook/WorkbookPage"), "WorkbookPage"),
    validateSearch: (search: Record<string, unknown>): { fileId?: string } => ({
      fileId: text(search.fileId),
    }),
  }),
  createRoute({
    ...at("/migrations"),
    component: lazyRouteComponent(() => import("@/screens/migrations/Migrations"), "Migrations"),
    validateSearch: parseAdd,
  }),
  migration.addChildren([
    createRoute({
      ...inMigration("/"),
      component: lazyRouteComponent(
        () => import("@/screens/migration/MigrationOverview"),
        "MigrationOverview",
      ),
    }),
    createRoute({
      ...inMigration("/numbers"),
      component: lazyRouteComponent(() => import("@/screens/numbers/Numbers"), "Numbers"),
      validateSearch: parseNumbersSearch,
    }),
    createRoute({
      ...inMigration("/people"),
      component: lazyRouteComponent(() => import("@/screens/people/People"), "People"),
      validateSearch: parseGridView,
    }),
    createRoute({
      ...inMigration("/orders"),
      component: lazyRouteComponent(() => import("@/screens/migration/MigrationOrders"), "MigrationOrders"),
    }),
    createRoute({
      ...inMigration("/orders/propose"),
      component: lazyRouteComponent(
        () => import("@/screens/order-proposals/OrderProposals"),
        "OrderProposals",
      ),
    }),
    createRoute({
      ...inMigration("/problems"),
      component: lazyRouteComponent(
        () => import("@/screens/migration/MigrationProblems"),
        "MigrationProblems",
      ),
      validateSearch: parseProblemView,
    }),
    createRoute({
      ...inMigration("/scripts"),
      component: lazyRouteComponent(() => import("@/screens/migration/MigrationScripts"), "MigrationScripts"),
    }),
    createRoute({
      ...inMigration("/imports"),
      component: lazyRouteComponent(() => import("@/screens/migration/MigrationImports"), "MigrationImports"),
    }),
    createRoute({
      ...inMigration("/imports/$batchId"),
      component: lazyRouteComponent(() => import("@/screens/import/BatchPage"), "BatchPage"),
    }),
    createRoute({
      ...inMigration("/activity"),
      component: lazyRouteComponent(
        () => import("@/screens/migration/MigrationActivity"),
        "MigrationActivity",
      ),
    }),
  ]),
  createRoute({
    ...at("/import"),
    component: lazyRouteComponent(() => import("@/screens/import/ImportWizard"), "ImportWizard"),
    validateSearch: (search: Record<string, unknown>): { migrationId?: string; files?: NamedFile[] } => ({
      migrationId: text(search.migrationId),
      files: parseFiles(search.files),
    }),
  }),
  createRoute({
    ...at("/status-sheet"),
    component: lazyRouteComponent(() => import("@/screens/status-sheet/StatusSheet"), "StatusSheet"),
    validateSearch: (
      search: Record<string, unknown>,
    ): { fileId?: string; mail?: boolean; migrationId?: string } => ({
      fileId: text(search.fileId),
      mail: search.mail === true ? true : undefined,
      migrationId: text(search.migrationId),
    }),
  }),
  createRoute({
    ...at("/orders"),
    component: lazyRouteComponent(() => import("@/screens/orders/Orders"), "Orders"),
    validateSearch: parseOrderSearch,
  }),
  createRoute({
    ...at("/orders/$orderId"),
    component: lazyRouteComponent(() => import("@/screens/orders/OrderPage"), "OrderPage"),
  }),
  createRoute({
    ...at("/carriers"),
    component: lazyRouteComponent(() => import("@/screens/carriers/Carriers"), "Carriers"),
  }),
  createRoute({
    ...at("/carriers/$carrierId"),
    component: lazyRouteComponent(() => import("@/screens/carriers/CarrierPage"), "CarrierPage"),
  }),
  createRoute({
    ...at("/questionnaires"),
    component: lazyRouteComponent(() => import("@/screens/questionnaires/Questionnaires"), "Questionnaires"),
  }),
  createRoute({
    ...at("/questionnaires/edit"),
    component: lazyRouteComponent(
      () => import("@/screens/questionnaires/QuestionnaireEditor"),
      "QuestionnaireEditor",
    ),
    validateSearch: (search: Record<string, unknown>): { name?: string } => ({ name: text(search.name) }),
  }),
  createRoute({
    ...at("/scripts"),
    component: lazyRouteComponent(() => import("@/screens/scripts/Scripts"), "Scripts"),
  }),
  createRoute({
    ...at("/scripts/$scriptId"),
    component: lazyRouteComponent(() => import("@/screens/scripts/ScriptPage"), "ScriptPage"),
  }),
  createRoute({
    ...at("/activity"),
    component: lazyRouteComponent(() => import("@/screens/activity/ActivityScreen"), "ActivityScreen"),
  }),
  createRoute({ ...at("/team"), component: lazyRouteComponent(() => import("@/screens/team/Team"), "Team") }),
  createRoute({
    ...at("/settings"),
    component: lazyRouteComponent(() => import("@/screens/settings/SettingsScreen"), "SettingsScreen"),
  }),
]);

export const router = createRouter({ routeTree, history: createHashHistory(), defaultPreload: false });

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
