import { type Theme, useTheme } from '../../state/theme.ts';
import type { IconName } from '../../ui/icon.tsx';
import type { MenuGroup } from '../../ui/menu.tsx';

/** The choice of colours as entries of a menu. */
export function useThemeEntries(): readonly MenuGroup[] {
  const [theme, setTheme] = useTheme();
  return [
    {
      heading: 'Colours',
      entries: THEMES.map(({ value, label, icon }) => ({
        id: `theme-${value}`,
        label,
        icon,
        checked: theme === value,
        onSelect: () => setTheme(value),
      })),
    },
  ];
}

const THEMES: readonly { value: Theme; label: string; icon: IconName }[] = [
  { value: 'system', label: 'As the system', icon: 'monitor' },
  { value: 'light', label: 'Light', icon: 'sun' },
  { value: 'dark', label: 'Dark', icon: 'moon' },
];
