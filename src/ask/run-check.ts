import type { Graph } from '../graph/graph.ts';
import type { NamedPolicy } from '../policy/access-verdict.ts';
import { policyText } from './add-statements.ts';
import { type Answer, answerQuestion } from './answer.ts';
import type { FieldValues } from './asked-field.ts';
import type { Check, CheckStep, Probe } from './check.ts';
import { expandPairs } from './expand-pairs.ts';
import { type Fix, type FixSide, fixesFor } from './fixes.ts';
import type { PastedPolicies } from './policy-stack.ts';
import {
  probeBoundary,
  probeEc2Trust,
  probeNames,
  probeProfileArn,
  probeProfileRole,
  probeSameNames,
  probeTrustOf,
} from './probes.ts';
import type { Subject } from './subject.ts';

/** How a step ended; `note` is something to do or know that can't fail. */
export type StepStatus = 'pass' | 'fail' | 'cannot-tell' | 'note';

/** A value for the clipboard. */
export interface CopyValue {
  /** What it is: "role ARN". */
  readonly what: string;
  readonly text: string;
}

/** What a probe found. */
export interface StepFinding {
  readonly status: StepStatus;
  /** One sentence. */
  readonly why: string;
  readonly copies: readonly CopyValue[];
}

/** One step, looked at. */
export interface StepResult extends StepFinding {
  readonly title: string;
  /** A failure of it need not matter. */
  readonly advised: boolean;
  readonly source: string;
}

/** What a checklist is run with. */
export interface CheckInput {
  readonly subject: Subject;
  readonly values: FieldValues;
  readonly pasted: PastedPolicies;
  readonly supplied: ReadonlyMap<string, readonly string[]>;
  /** A policy that the role does not have yet. */
  readonly proposed?: NamedPolicy | undefined;
}

/** Looks at each step of a checklist by what was read. Deterministic, and never throws. */
export function runCheck(graph: Graph, check: Check, input: CheckInput): readonly StepResult[] {
  const { role } = input.subject;
  const values: FieldValues = role?.arn === undefined ? input.values : { ...input.values, roleArn: role.arn };
  const full = { ...input, values };
  return check.steps
    .filter(({ when }) => when === undefined || values[when] !== undefined)
    .map((step) => ({
      title: step.title,
      advised: step.advised ?? false,
      source: step.source ?? check.source,
      ...probe(graph, step, full),
    }));
}

/** What would have to be added so that every step about the role's own rights passes, all in one. */
export function checkFixes(graph: Graph, check: Check, input: CheckInput): readonly Fix[] {
  const { subject, values, pasted, supplied, proposed } = input;
  const templates = check.steps.flatMap(({ probe: look, when }) =>
    look.kind === 'may' && look.who === undefined && (when === undefined || values[when] !== undefined)
      ? look.pairs
      : [],
  );
  const pairs = expandPairs(templates, values);
  const answer = answerQuestion(graph, { subject, pairs, values, pasted, supplied, proposed });
  return answer === undefined || subject.role === undefined ? [] : fixesFor(answer.pairs, subject.role);
}

function probe(graph: Graph, { probe: look }: CheckStep, input: CheckInput): StepFinding {
  const { subject, values } = input;
  switch (look.kind) {
    case 'trust-ec2':
      return probeEc2Trust(subject);
    case 'trust-principal':
      return probeTrustOf(subject, look, values);
    case 'profile-holds-role':
      return probeProfileRole(subject);
    case 'may':
      return probeMay(graph, look, input);
    case 'boundary':
      return probeBoundary(graph, subject);
    case 'profile-arn':
      return probeProfileArn(subject);
    case 'same-names':
      return probeSameNames(subject);
    case 'role-arn-if-names-differ':
      return probeNames(subject);
    case 'unseen':
      return { status: 'cannot-tell', why: look.why, copies: [] };
  }
}

function probeMay(graph: Graph, look: Probe & { kind: 'may' }, input: CheckInput): StepFinding {
  const { values, pasted, supplied } = input;
  const proposed = look.who === 'other-role' ? undefined : input.proposed;
  const asked = look.who === 'other-role' ? otherRole(graph, values) : input.subject;
  const pairs = expandPairs(look.pairs, values);
  if (asked === 'not-named') return unknown('The form does not name this role.');
  if (asked === 'not-read')
    return unknown('This role is not among what was read: its account, or its roles, are missing.');
  if (asked.role === undefined) return unknown('There is no role to ask about.');
  if (pairs.length < look.pairs.length) return unknown('The form leaves open what this is about.');
  const answer = answerQuestion(graph, { subject: asked, pairs, values, pasted, supplied, proposed });
  if (answer === undefined) return unknown('There is nothing to ask about.');
  return {
    status: STATUS[answer.overall],
    why: whyOf(answer),
    copies: fixesFor(answer.pairs, asked.role).map((fix) => ({
      what: FIX_WORDS[fix.side],
      text: policyText(fix.statements),
    })),
  };
}

const STATUS = {
  allowed: 'pass',
  'explicitly-denied': 'fail',
  'implicitly-denied': 'fail',
  'cannot-tell': 'cannot-tell',
} as const;

/** What a statement is for, in the words of a copy button. */
const FIX_WORDS: Readonly<Record<FixSide, string>> = {
  identity: 'statement for the role',
  boundary: 'statement for the permissions boundary',
  bucket: 'statement for the bucket policy',
  key: 'statement for the key policy',
  other: "statement for the resource's policy",
};

function whyOf(answer: Answer): string {
  const decided = answer.pairs.filter(({ verdict }) => verdict.answer === answer.overall);
  const actions = decided.map(({ pair }) => pair.action).join(', ');
  const why = decided[0]?.verdict.why ?? 'nothing is known';
  const words =
    answer.overall === 'cannot-tell' ? `${actions}: cannot tell, since ${why}` : `${actions}: ${why}`;
  const byDocs = decided.find((each) => each.byAwsDocs !== undefined)?.byAwsDocs;
  return byDocs === undefined
    ? `${words}.`
    : `${words} (as AWS documents ${byDocs}; its document was not read).`;
}

function otherRole(graph: Graph, values: FieldValues): Subject | 'not-named' | 'not-read' {
  const arn = values.otherRole;
  if (arn === undefined) return 'not-named';
  const role = graph.byKind.role.find((node) => node.arn === arn && node.ghost === undefined);
  return role === undefined ? 'not-read' : { node: role, role };
}

function unknown(why: string): StepFinding {
  return { status: 'cannot-tell', why, copies: [] };
}
