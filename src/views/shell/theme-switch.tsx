import type { ReactElement } from 'react';
import { type Theme, useTheme } from '../../state/theme.ts';
import { Segmented, type SegmentedOption } from '../../ui/segmented.tsx';

/** Light, dark, or as the system has it. */
export function ThemeSwitch(): ReactElement {
  const [theme, setTheme] = useTheme();
  return <Segmented label="Colours" options={OPTIONS} value={theme} onChange={setTheme} />;
}

const OPTIONS: readonly SegmentedOption<Theme>[] = [
  { value: 'light', label: 'Light', icon: 'sun' },
  { value: 'system', label: 'As the system', icon: 'monitor' },
  { value: 'dark', label: 'Dark', icon: 'moon' },
];
