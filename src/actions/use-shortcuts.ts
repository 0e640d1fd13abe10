import { useEffect, useRef } from 'react';
import type { ActionContext } from './action.ts';
import { isSingleKey, matchKeys } from './match-keys.ts';
import { ACTIONS } from './registry.ts';

/** Runs actions by their keys, except while a text is typed or a dialog is open. */
export function useShortcuts(context: ActionContext, singleKeys: boolean): void {
  const latest = useRef(context);
  useEffect(() => {
    latest.current = context;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing || event.repeat) return;
      const action = ACTIONS.find(({ keys }) => keys !== undefined && matchKeys(keys, event));
      if (!action?.keys || !action.enabled(latest.current)) return;
      if (isSingleKey(action.keys) && !singleKeys) return;
      if (!action.keys.startsWith('mod+') && isTyping(event.target)) return;
      if (document.querySelector('[role="dialog"],[role="alertdialog"],[role="menu"],[role="listbox"]'))
        return;
      event.preventDefault();
      action.run(latest.current);
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, [singleKeys]);
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement) return true;
  return target instanceof HTMLInputElement && !['checkbox', 'radio', 'button'].includes(target.type);
}
