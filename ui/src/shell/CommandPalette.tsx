/** Ctrl+K: every screen, every migration and what can be begun, by a few letters. */
import { Dialog } from "@base-ui/react/dialog";
import { useNavigate } from "@tanstack/react-router";
import { type KeyboardEvent, useId, useMemo, useState } from "react";
import { useRead } from "@/queries/commands";
import { words } from "@/words";
import { setAppearance } from "./appearance";
import { type PaletteEntry, searchEntries } from "./paletteSearch";
import { PLACES } from "./places";

export function CommandPalette({ onClose }: { onClose: () => void }) {
  const [typed, setTyped] = useState("");
  const [active, setActive] = useState(0);
  const id = useId();
  const all = useEntries();
  const entries = useMemo(() => searchEntries(all, typed), [all, typed]);

  function run(entry: PaletteEntry | undefined) {
    if (!entry) return;
    onClose();
    entry.run();
  }

  function onKeyDown(event: KeyboardEvent) {
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (move && entries.length > 0) {
      event.preventDefault();
      const next = (active + move + entries.length) % entries.length;
      setActive(next);
      document.getElementById(`${id}-${next}`)?.scrollIntoView({ block: "nearest" });
    } else if (event.key === "Enter") {
      event.preventDefault();
      run(entries[active]);
    }
  }

  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="scrim" />
        <Dialog.Popup className="popup fixed top-24 left-1/2 z-50 flex w-140 max-w-[90vw] -translate-x-1/2 flex-col">
          <Dialog.Title className="visually-hidden">{words.shell.palette}</Dialog.Title>
          <input
            className="h-11 w-full border-line border-b bg-transparent px-4 text-lead outline-none"
            placeholder={words.shell.paletteHint}
            aria-label={words.shell.paletteHint}
            role="combobox"
            aria-expanded
            aria-controls={`${id}-list`}
            aria-activedescendant={entries.length > 0 ? `${id}-${active}` : undefined}
            value={typed}
            onChange={(event) => {
              setTyped(event.target.value);
              setActive(0);
            }}
            onKeyDown={onKeyDown}
          />
          <div
            role="listbox"
            id={`${id}-list`}
            aria-label={words.shell.palette}
            tabIndex={-1}
            className="max-h-90 overflow-auto py-1"
          >
            {entries.map((entry, index) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the text field above handles the keys
              <div
                key={entry.id}
                id={`${id}-${index}`}
                role="option"
                tabIndex={-1}
                aria-selected={index === active}
                data-highlighted={index === active || undefined}
                className="menu-item px-4!"
                onClick={() => run(entry)}
                onPointerMove={() => setActive(index)}
              >
                <span className="truncate">{entry.label}</span>
                <span className="ml-auto truncate text-muted text-small">{entry.detail ?? entry.group}</span>
              </div>
            ))}
          </div>
          {entries.length === 0 && <p className="px-4 pb-3 text-muted">{words.shell.paletteEmpty}</p>}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function useEntries(): PaletteEntry[] {
  const navigate = useNavigate();
  const { data: migrations } = useRead("migration_list", {});
  const { data: sites } = useRead("site_discovery_list", { customerId: null });
  return useMemo(() => {
    const go = PLACES.map(({ to, label }) => ({
      id: to,
      group: words.shell.groupGo,
      label,
      run: () => void navigate({ to }),
    }));
    const begin: PaletteEntry[] = [
      { label: words.shell.importFile, run: () => void navigate({ to: "/import" }) },
      {
        label: words.shell.newCustomer,
        run: () => void navigate({ to: "/customers", search: { add: true } }),
      },
      {
        label: words.shell.newMigration,
        run: () => void navigate({ to: "/migrations", search: { add: true } }),
      },
      {
        label: `${words.shell.theme}: ${words.shell.themeLight}`,
        run: () => setAppearance({ theme: "light" }),
      },
      {
        label: `${words.shell.theme}: ${words.shell.themeDark}`,
        run: () => setAppearance({ theme: "dark" }),
      },
      {
        label: `${words.shell.theme}: ${words.shell.themeSystem}`,
        run: () => setAppearance({ theme: "system" }),
      },
      {
        label: `${words.shell.density}: ${words.shell.densityCompact}`,
        run: () => setAppearance({ density: "compact" }),
      },
      {
        label: `${words.shell.density}: ${words.shell.densityStandard}`,
        run: () => setAppearance({ density: "standard" }),
      },
      {
        label: `${words.shell.density}: ${words.shell.densityComfortable}`,
        run: () => setAppearance({ density: "comfortable" }),
      },
    ].map((entry) => ({ ...entry, id: entry.label, group: words.shell.groupDo }));
    const open = (migrations ?? []).flatMap(({ migration, path }): PaletteEntry[] => {
      const params = { migrationId: migration.id };
      return [
        {
          id: migration.id,
          group: words.shell.groupMigrations,
          label: migration.name,
          detail: path,
          run: () => void navigate({ to: "/migrations/$migrationId", params }),
        },
        {
          id: `${migration.id}/numbers`,
          group: words.shell.groupMigrations,
          label: `${migration.name}: ${words.migration.numbers}`,
          detail: path,
          run: () => void navigate({ to: "/migrations/$migrationId/numbers", params }),
        },
        {
          id: `${migration.id}/people`,
          group: words.shell.groupMigrations,
          label: `${migration.name}: ${words.migration.people}`,
          detail: path,
          run: () => void navigate({ to: "/migrations/$migrationId/people", params }),
        },
      ];
    });
    const discover = (sites ?? []).map(
      ({ siteId, siteName, customerName }): PaletteEntry => ({
        id: siteId,
        group: words.shell.sites,
        label: words.discovery.openOf(siteName),
        detail: customerName,
        run: () => void navigate({ to: "/sites/$siteId", params: { siteId } }),
      }),
    );
    return [...go, ...begin, ...open, ...discover];
  }, [navigate, migrations, sites]);
}
