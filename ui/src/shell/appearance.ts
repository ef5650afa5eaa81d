/** Theme and density: chosen by the person, kept on this machine, applied to the document's root. */
import { useSyncExternalStore } from "react";
import { readSetting, writeSetting } from "@/settings";

export const THEMES = ["system", "light", "dark"] as const;
export const DENSITIES = ["compact", "standard", "comfortable"] as const;
export type Theme = (typeof THEMES)[number];
export type Density = (typeof DENSITIES)[number];

export interface Appearance {
  theme: Theme;
  density: Density;
}

/** Row heights in CSS pixels; tokens.css holds the same. */
const ROW_HEIGHT: Record<Density, number> = { compact: 24, standard: 28, comfortable: 36 };

const listeners = new Set<() => void>();
let current: Appearance = {
  theme: oneOf(THEMES, readSetting("theme"), "system"),
  density: oneOf(DENSITIES, readSetting("density"), "standard"),
};

function oneOf<T extends string>(allowed: readonly T[], value: string | null, otherwise: T): T {
  return allowed.find((candidate) => candidate === value) ?? otherwise;
}

/** Writes the choice to the root element; call once before the first paint. */
export function applyAppearance(): void {
  const root = document.documentElement;
  if (current.theme === "system") delete root.dataset.theme;
  else root.dataset.theme = current.theme;
  root.dataset.density = current.density;
}

export function setAppearance(change: Partial<Appearance>): void {
  current = { ...current, ...change };
  writeSetting("theme", current.theme);
  writeSetting("density", current.density);
  applyAppearance();
  for (const listener of listeners) listener();
}

export function useAppearance(): Appearance {
  return useSyncExternalStore(subscribe, () => current);
}

export function useRowHeight(): number {
  return ROW_HEIGHT[useAppearance().density];
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
