import { useSyncExternalStore } from 'react';
import { deviceStore } from './device-store.ts';

const singleKeys = deviceStore<boolean>({
  key: 'rolewire.single-keys',
  parse: (text) => text !== 'off',
  format: (on) => (on ? null : 'off'),
});

/** Whether letters alone act as shortcuts; on at first, and a choice of this device. */
export function useSingleKeys(): readonly [boolean, (on: boolean) => void] {
  return [useSyncExternalStore(singleKeys.subscribe, singleKeys.read), singleKeys.write];
}
