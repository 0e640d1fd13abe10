import type { Graph } from '../graph/graph.ts';
import type { AccessAnswer, NamedPolicy } from '../policy/access-verdict.ts';
import type { AskedPair, FieldValues } from './asked-field.ts';
import { judgePair, type PairAnswer, type ResourceSide } from './judge-pair.ts';
import { type PastedPolicies, rolePoliciesOf } from './policy-stack.ts';
import { requestContext } from './request-context.ts';
import { type Subject, subjectWords } from './subject.ts';
import { supplyCommands } from './supply-commands.ts';

/** A whole question, ready to be answered. */
export interface AskedQuestion {
  readonly subject: Subject;
  readonly pairs: readonly AskedPair[];
  readonly values: FieldValues;
  readonly pasted: PastedPolicies;
  /** Condition keys that a person supplied. */
  readonly supplied: ReadonlyMap<string, readonly string[]>;
  /** A policy that the role does not have yet, to see what it would change. */
  readonly proposed?: NamedPolicy | undefined;
}

/** What the policies at hand say of a question. */
export interface Answer {
  readonly overall: AccessAnswer;
  /** The whole answer in one sentence. */
  readonly sentence: string;
  readonly pairs: readonly PairAnswer[];
  /** Condition keys that would have decided, each once. */
  readonly missingContext: readonly string[];
  /** What may change the answer and could not be seen, each once. */
  readonly notSeen: readonly string[];
  /** Whether policies of the role itself are not at hand. */
  readonly roleUnread: boolean;
  /** AWS CLI commands that would supply policies which are not at hand. */
  readonly commands: readonly string[];
}

/** Answers by the documents at hand. `undefined` when there is no role to ask about, or nothing is asked. */
export function answerQuestion(graph: Graph, question: AskedQuestion): Answer | undefined {
  const { subject, pairs, values, pasted, supplied, proposed } = question;
  const { role, instance } = subject;
  if (role === undefined || pairs.length === 0) return undefined;
  const read = rolePoliciesOf(graph, role);
  const policies =
    proposed === undefined
      ? read
      : { ...read, stack: { ...read.stack, identity: [...read.stack.identity, proposed] } };
  const answers = pairs.map((pair) =>
    judgePair(pair, {
      role,
      policies,
      pasted,
      context: requestContext(pair, { role, instance, values, supplied }),
    }),
  );
  const overall = overallOf(answers.map(({ verdict }) => verdict.answer));
  return {
    overall,
    sentence: sentenceOf(overall, answers, subjectWords(subject)),
    pairs: answers,
    missingContext: unique(answers.flatMap(({ verdict }) => verdict.missingContext)),
    notSeen: unique([...answers.flatMap(({ verdict }) => verdict.notSeen), ...unseenOf(answers)]),
    roleUnread: read.missing.length > 0,
    commands: overall === 'allowed' ? [] : supplyCommands(role, read.missing, answers, values, pasted),
  };
}

const WORST_FIRST: readonly AccessAnswer[] = [
  'explicitly-denied',
  'implicitly-denied',
  'cannot-tell',
  'allowed',
];

/** All must be allowed: one refusal makes it a no, one doubt a doubt. */
export function overallOf(answers: readonly AccessAnswer[]): AccessAnswer {
  return WORST_FIRST.find((answer) => answers.includes(answer)) ?? 'cannot-tell';
}

function sentenceOf(overall: AccessAnswer, answers: readonly PairAnswer[], subject: string): string {
  const [first, ...more] = answers.filter(({ verdict }) => verdict.answer === overall);
  if (first === undefined) return `Cannot tell what ${subject} may do.`;
  const { action } = first.pair;
  const { why } = first.verdict;
  switch (overall) {
    case 'allowed':
      return more.length === 0
        ? `Yes, ${subject} may do ${action}: ${why}.`
        : `Yes, ${subject} may do all ${more.length + 1} actions.`;
    case 'cannot-tell':
      return `Cannot tell whether ${subject} may do ${action}${andMore(more.length)}: ${why}.`;
    case 'explicitly-denied':
      return `No, ${subject} may not do ${action}${andMore(more.length)}: ${why}.`;
    case 'implicitly-denied': {
      const lacking = lackingWords(answers);
      const because = lacking.length < 2 ? why : lacking.join('; ');
      return `No, ${subject} may not do ${action}${andMore(more.length)}: ${because}.`;
    }
  }
}

/** Which side lacks what: "its own policies lack kms:Decrypt", one for each side that surely lacks something. */
function lackingWords(answers: readonly PairAnswer[]): readonly string[] {
  const bySide = new Map<string, string[]>();
  for (const { verdict, pair, side } of answers) {
    for (const lacking of verdict.lacking) {
      const name = lacking === 'resource' ? RESOURCE_NAMES[side] : OWN_NAMES[lacking];
      bySide.set(name, [...(bySide.get(name) ?? []), pair.action]);
    }
  }
  return Array.from(bySide, ([name, actions]) => `${name} not allow ${[...new Set(actions)].join(', ')}`);
}

const OWN_NAMES = {
  identity: 'its own policies do',
  boundary: 'its permissions boundary does',
} as const;

const RESOURCE_NAMES: Readonly<Record<ResourceSide, string>> = {
  bucket: 'the bucket policy does',
  key: 'the key policy does',
  other: 'the policy of the resource does',
  none: 'the resource does',
};

/** What S3 looks at besides policies: https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-management.html */
function unseenOf(answers: readonly PairAnswer[]): readonly string[] {
  if (!answers.some(({ side }) => side === 'bucket')) return [];
  return [
    'who owns objects that other accounts wrote (Object Ownership)',
    'Block Public Access, which cuts off bucket policies that let everyone in',
  ];
}

function andMore(count: number): string {
  return count === 0 ? '' : ` and ${count} more`;
}

function unique(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)];
}
