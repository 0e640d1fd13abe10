import type { Action } from './action.ts';

export const signOutOfIssuer: Action = {
  id: 'sign-out-of-issuer',
  label: 'Sign out of the identity provider too, clear the picture',
  group: 'Session',
  enabled: ({ shell }) => shell.signOutOfIssuer !== undefined,
  run: ({ shell }) => shell.signOutOfIssuer?.(),
};
