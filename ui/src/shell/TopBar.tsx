/** Above every screen: which workspace, what is at risk or wrong, the palette, who acts, and the theme. */
import { Link } from "@tanstack/react-router";
import { CircleAlert, Database, HardDrive, Monitor, Moon, Search, Sun, TriangleAlert } from "lucide-react";
import { Chip } from "@/components/Chip";
import { Menu, MenuCheck } from "@/components/Menu";
import { formatCount } from "@/format";
import { useRead } from "@/queries/commands";
import { useOpenSession } from "@/queries/session";
import { labels, words } from "@/words";
import { setAppearance, THEMES, type Theme, useAppearance } from "./appearance";

export function TopBar({ onPalette }: { onPalette: () => void }) {
  const { workspace, member } = useOpenSession();
  const shared = workspace.kind === "shared_postgres";
  return (
    <header className="col-span-2 flex items-center gap-3 border-line border-b bg-surface px-4">
      <span className="w-43 flex-none font-semibold text-lead">{words.shell.product}</span>
      <Link to="/settings" className="flex min-w-0 items-center gap-2 text-text" title={workspace.label}>
        <Chip tone={shared ? "warn" : "info"} icon={shared ? Database : HardDrive}>
          {labels.workspaceKind[workspace.kind]}
        </Chip>
        <span className="max-w-56 truncate">{workspace.label}</span>
      </Link>
      <AtRisk />
      <Errors />
      <button
        type="button"
        onClick={onPalette}
        className="button ml-auto w-72 min-w-44 shrink justify-start! font-normal! text-muted!"
      >
        <Search aria-hidden />
        {words.shell.palette}
        <kbd className="ml-auto">Ctrl K</kbd>
      </button>
      <span className="whitespace-nowrap text-muted">
        <span className="visually-hidden">{words.shell.acting} </span>
        {member.displayName}
      </span>
      <ThemeMenu />
    </header>
  );
}

function AtRisk() {
  const { data } = useRead("dashboard", {});
  const count = data?.ordersAtRisk.length ?? 0;
  if (count === 0) return null;
  return (
    <Link to="/orders" search={{ view: "table" }} className="chip chip-danger whitespace-nowrap">
      <TriangleAlert aria-hidden />
      {words.shell.atRisk(count)}
    </Link>
  );
}

/** Leads to the problems of the only migration that has errors, or to the list of such migrations. */
function Errors() {
  const { data } = useRead("problem_counts", {});
  const blocked = data?.filter(({ counts }) => counts.errors > 0) ?? [];
  const [first] = blocked;
  if (!first) return null;
  const errors = blocked.reduce((sum, { counts }) => sum + counts.errors, 0);
  const shown = (
    <>
      <CircleAlert aria-hidden />
      {words.problems.errors(formatCount(errors))}
    </>
  );
  const className = "chip chip-danger whitespace-nowrap";
  if (blocked.length > 1) {
    return (
      <Link to="/" className={className}>
        {shown}
      </Link>
    );
  }
  return (
    <Link
      to="/migrations/$migrationId/problems"
      params={{ migrationId: first.migrationId }}
      search={{ severity: "error", waived: false }}
      className={className}
    >
      {shown}
    </Link>
  );
}

const THEME_WORD: Record<Theme, string> = {
  system: words.shell.themeSystem,
  light: words.shell.themeLight,
  dark: words.shell.themeDark,
};
const THEME_ICON = { system: Monitor, light: Sun, dark: Moon };

function ThemeMenu() {
  const { theme } = useAppearance();
  return (
    <Menu label={words.shell.theme} icon={THEME_ICON[theme]} iconOnly tone="quiet">
      {THEMES.map((choice) => (
        <MenuCheck key={choice} checked={choice === theme} onChange={() => setAppearance({ theme: choice })}>
          {THEME_WORD[choice]}
        </MenuCheck>
      ))}
    </Menu>
  );
}
