/** The frame of every screen: sidebar, top bar, palette, and files dropped anywhere. */
import { Outlet, useRouterState } from "@tanstack/react-router";
import { useState } from "react";
import { POPUPS } from "@/components/Menu";
import { words } from "@/words";
import { CommandPalette } from "./CommandPalette";
import { DropTarget } from "./DropTarget";
import { Sidebar } from "./Sidebar";
import { useShortcut } from "./shortcuts";
import { TopBar } from "./TopBar";

export function Shell() {
  const [paletteOpen, setPaletteOpen] = useState(false);
  // The next screen is on its way; until then the last one stays.
  const isOnTheWay = useRouterState({ select: ({ isLoading }) => isLoading });
  useShortcut("k", () => setPaletteOpen(true));
  return (
    <div className="grid h-full grid-cols-[200px_minmax(0,1fr)] grid-rows-[44px_minmax(0,1fr)]">
      <button
        type="button"
        className="button absolute! -top-20 left-2 z-60 focus:top-2"
        onClick={focusContent}
      >
        {words.shell.skip}
      </button>
      <TopBar onPalette={() => setPaletteOpen(true)} />
      <Sidebar />
      <main
        id="content"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a long screen without controls is scrolled by keyboard, too
        tabIndex={0}
        aria-busy={isOnTheWay}
        className="min-h-0 overflow-auto -outline-offset-2!"
      >
        <Outlet />
      </main>
      <section id={POPUPS} aria-label={words.shell.menus} className="absolute" />
      {paletteOpen && <CommandPalette onClose={() => setPaletteOpen(false)} />}
      <DropTarget />
    </div>
  );
}

function focusContent() {
  document.getElementById("content")?.focus();
}
