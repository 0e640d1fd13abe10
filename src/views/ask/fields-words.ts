import type { AskedField, FieldTexts } from '../../ask/asked-field.ts';
import type { FieldProblems } from '../../ask/read-fields.ts';

/** What to fill in, or what is wrong with the first field that holds something else than it asks for. */
export function fieldsWords(
  fields: readonly AskedField[],
  texts: FieldTexts,
  problems: FieldProblems,
): string {
  const bad = fields.filter(({ kind }) => problems[kind] !== undefined);
  const wrong = bad.find(({ kind }) => (texts[kind] ?? '').trim() !== '');
  if (wrong) return `${wrong.label}: ${problems[wrong.kind] ?? ''}`;
  return `Fill in ${bad.map(({ label }) => `“${label}”`).join(' and ')}.`;
}
