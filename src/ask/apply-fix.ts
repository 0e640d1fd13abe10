import { addStatements, policyText } from './add-statements.ts';
import type { AskForm } from './ask-form.ts';
import type { Fix } from './fixes.ts';

/** The form with a fix in it. A text that cannot be added to is left as it is. */
export function applyFix(form: AskForm, fix: Fix): Partial<AskForm> {
  if (fix.side === 'identity') {
    const merged = addStatements(form.proposed, fix.statements);
    return { proposed: merged.ok ? merged.value : policyText(fix.statements) };
  }
  if (fix.side !== 'bucket' && fix.side !== 'key') return {};
  const entry = form[fix.side];
  const merged = addStatements(entry.how === 'paste' ? entry.text : '', fix.statements);
  return merged.ok ? { [fix.side]: { how: 'paste', text: merged.value } } : {};
}
