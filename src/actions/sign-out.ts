import type { Action } from './action.ts';

export const signOut: Action = {
  id: 'sign-out',
  label: 'Sign out, keep the picture',
  group: 'Session',
  enabled: ({ shell }) => shell.signOut !== undefined,
  run: ({ shell }) => shell.signOut?.(),
};
