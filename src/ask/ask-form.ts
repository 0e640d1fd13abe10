import { fail, ok, type Result } from '../base/result.ts';
import type { Graph, NodeId } from '../graph/graph.ts';
import type { NamedPolicy } from '../policy/access-verdict.ts';
import { decodeDocument } from '../policy/decode-document.ts';
import type { AskedField, AskedPair, FieldTexts, FieldValues, PairTemplate } from './asked-field.ts';
import { readContextValues } from './context-type.ts';
import { expandPairs } from './expand-pairs.ts';
import type { PastedPolicies, Supplied } from './policy-stack.ts';
import { type FieldProblems, readFields } from './read-fields.ts';
import { type Subject, subjectOf } from './subject.ts';

/** What a person knows of a policy on the other side. */
export interface PolicyEntry {
  readonly how: 'unknown' | 'none' | 'paste';
  readonly text: string;
}

/** All that is entered, as it is typed. */
export interface AskForm {
  readonly about?: NodeId | undefined;
  readonly question: string;
  readonly check: string;
  readonly texts: FieldTexts;
  readonly bucket: PolicyEntry;
  readonly key: PolicyEntry;
  /** A policy that the role does not have yet, to see what it would change. */
  readonly proposed: string;
  /** Values of condition keys, by key, as typed. */
  readonly context: Readonly<Record<string, string>>;
}

const NOT_KNOWN: PolicyEntry = { how: 'unknown', text: '' };

export function emptyAskForm(about?: NodeId): AskForm {
  return {
    about,
    question: 's3-read',
    check: 'databricks',
    texts: {},
    bucket: NOT_KNOWN,
    key: NOT_KNOWN,
    proposed: '',
    context: {},
  };
}

/** The same question about somebody else, to whom what was proposed for the one before does not belong. */
export function aboutAnother(about: NodeId): Partial<AskForm> {
  return { about, proposed: '' };
}

/** A form, understood. */
export interface ReadForm {
  readonly subject: Subject | undefined;
  readonly fields: Result<FieldValues, FieldProblems>;
  readonly pairs: readonly AskedPair[];
  readonly pasted: PastedPolicies;
  /** Sentences' ends on pasted texts that are no policies. */
  readonly policyErrors: { readonly bucket?: string; readonly key?: string; readonly proposed?: string };
  readonly proposed: NamedPolicy | undefined;
  readonly supplied: ReadonlyMap<string, readonly string[]>;
}

/** What is asked for: the fields and pairs of a question or a checklist. */
export interface Asked {
  readonly fields: readonly AskedField[];
  readonly pairs: readonly PairTemplate[];
}

/**
 * Understands what was typed. `translate` puts names in their shown form, so that a pasted policy speaks of a role under the
 * name that the picture gives it.
 */
export function readAskForm(
  graph: Graph,
  form: AskForm,
  asked: Asked,
  translate: (text: string) => string,
): ReadForm {
  const subject = subjectOf(graph, form.about);
  const { role, instance } = subject ?? {};
  const texts: FieldTexts = Object.fromEntries(
    Object.entries(form.texts).map(([kind, text]) => [kind, translate(text)]),
  );
  const fields = readFields(asked.fields, texts, {
    partition: role?.partition ?? 'aws',
    account: role?.accountId,
    region: instance?.region,
  });
  const bucket = readEntry(form.bucket, translate);
  const key = readEntry(form.key, translate);
  const proposed = readEntry(
    { how: form.proposed.trim() === '' ? 'unknown' : 'paste', text: form.proposed },
    translate,
  );
  return {
    subject,
    fields,
    pairs: fields.ok ? expandPairs(asked.pairs, fields.value) : [],
    pasted: { bucket: bucket.ok ? bucket.value : undefined, key: key.ok ? key.value : undefined },
    policyErrors: {
      ...(bucket.ok ? {} : { bucket: bucket.error }),
      ...(key.ok ? {} : { key: key.error }),
      ...(proposed.ok ? {} : { proposed: proposed.error }),
    },
    proposed:
      proposed.ok && proposed.value?.kind === 'document'
        ? { name: 'proposed (not attached)', document: proposed.value.document }
        : undefined,
    supplied: suppliedOf(form.context, translate),
  };
}

function readEntry(
  { how, text }: PolicyEntry,
  translate: (text: string) => string,
): Result<Supplied | undefined, string> {
  if (how === 'none') return ok({ kind: 'none' });
  if (how === 'unknown' || text.trim() === '') return ok(undefined);
  const document = decodeDocument(translate(text));
  if (!document.ok) return fail(document.error);
  const { Policy } = document.value;
  // The answers of get-bucket-policy and get-key-policy hold the policy as text.
  if (document.value.Statement === undefined && typeof Policy === 'string') {
    const inner = decodeDocument(Policy);
    return inner.ok ? ok({ kind: 'document', document: inner.value }) : fail(inner.error);
  }
  if (document.value.Statement === undefined) return fail('the document has no Statement');
  return ok({ kind: 'document', document: document.value });
}

function suppliedOf(
  context: AskForm['context'],
  translate: (text: string) => string,
): ReadonlyMap<string, readonly string[]> {
  const supplied = new Map<string, readonly string[]>();
  for (const [key, text] of Object.entries(context)) {
    const values = readContextValues(translate(text));
    if (values.length > 0) supplied.set(key, values);
  }
  return supplied;
}
