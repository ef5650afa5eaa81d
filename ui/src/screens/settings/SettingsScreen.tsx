/** How PortFlow looks on this machine, and which workspace is open. */

import { SelectField } from "@/components/Field";
import { Page, Section } from "@/components/Page";
import {
  DENSITIES,
  type Density,
  setAppearance,
  THEMES,
  type Theme,
  useAppearance,
} from "@/shell/appearance";
import { words } from "@/words";
import { WorkspaceSection } from "./WorkspaceSection";

const THEME_WORD: Record<Theme, string> = {
  system: words.shell.themeSystem,
  light: words.shell.themeLight,
  dark: words.shell.themeDark,
};
const DENSITY_WORD: Record<Density, string> = {
  compact: words.shell.densityCompact,
  standard: words.shell.densityStandard,
  comfortable: words.shell.densityComfortable,
};
const KEYS = [
  ["Ctrl K", words.settings.keys_palette],
  ["F2", words.settings.keys_edit],
  ["Ctrl D", words.settings.keys_fill],
  ["Ctrl F", words.settings.keys_find],
  ["Shift Space", words.settings.keys_rows],
  ["Delete", words.settings.keys_clear],
  ["Ctrl Z", words.common.undo],
] as const;

export function SettingsScreen() {
  const { theme, density } = useAppearance();
  return (
    <Page title={words.settings.title}>
      <WorkspaceSection />
      <Section title={words.settings.appearance}>
        <div className="grid max-w-lg grid-cols-2 gap-3">
          <SelectField
            label={words.shell.theme}
            choices={THEMES.map((value) => ({ value, label: THEME_WORD[value] }))}
            value={theme}
            onChange={(event) => setAppearance({ theme: event.target.value as Theme })}
          />
          <SelectField
            label={words.shell.density}
            choices={DENSITIES.map((value) => ({ value, label: DENSITY_WORD[value] }))}
            value={density}
            onChange={(event) => setAppearance({ density: event.target.value as Density })}
          />
        </div>
      </Section>
      <Section title={words.settings.keyboard}>
        <dl className="grid max-w-lg grid-cols-[110px_1fr] gap-y-1.5">
          {KEYS.map(([keys, meaning]) => (
            <div key={keys} className="contents">
              <dt>
                <kbd>{keys}</kbd>
              </dt>
              <dd>{meaning}</dd>
            </div>
          ))}
        </dl>
      </Section>
    </Page>
  );
}
