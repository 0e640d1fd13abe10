import type { Action } from './action.ts';

export const exportPicture: Action = {
  id: 'export-picture',
  label: 'Picture: PNG, SVG, print…',
  group: 'Share',
  keys: 'p',
  enabled: ({ workspace }) => workspace.shownChains.length > 0,
  run: ({ shell }) => shell.openPicture(),
};
