import { DOCS } from '../docs.ts';
import type { ErrorKind } from '../error-explanation.ts';

/** Failures that pass by themselves. */
export const throttled: ErrorKind = {
  id: 'throttled',
  text: /\b(?:Throttling|ThrottlingException|RequestLimitExceeded|TooManyRequestsException)\b|Rate exceeded/,
  explain: (call) => ({
    severity: 'info',
    title: 'Call was throttled',
    answer: `AWS throttled ${call.operation || 'the call'} (rate exceeded); it says nothing about the chain.`,
    nodes: [call.subjects.profile, call.subjects.role],
    fix: { sentence: 'Wait a little and retry, with fewer calls at a time.' },
    docs: DOCS.consistency,
  }),
};

/** Two changes of one IAM entity at once. */
export const concurrent: ErrorKind = {
  id: 'concurrent-modification',
  code: /ConcurrentModification/,
  explain: (call) => ({
    severity: 'info',
    title: 'Changed by two at once',
    answer: `${call.operation || 'The call'} met another change of the same IAM entity; nothing is wrong with the chain.`,
    nodes: [call.subjects.profile, call.subjects.role],
    fix: { sentence: 'Retry in some seconds.' },
    docs: DOCS.consistency,
  }),
};

/** Whatever the table does not know: shown as it came, so that no failure gets lost. */
export const unexplained: ErrorKind = {
  id: 'unexplained',
  explain: (call) => ({
    severity: 'info',
    title: 'Call failed',
    answer: `${call.operation || 'A call'} failed${call.code ? ` with ${call.code}` : ''}: ${call.said.text.slice(0, 300)}`,
    nodes: [call.subjects.instance, call.subjects.profile, call.subjects.role],
    fix: { sentence: 'Rolewire has no explanation for this text; see the AWS page of the call.' },
    docs: DOCS.troubleshootEc2,
  }),
};
