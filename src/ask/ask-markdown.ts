import { markdownBlock, markdownCode, markdownText } from '../export/markdown.ts';
import type { Answer } from './answer.ts';
import type { Check } from './check.ts';
import { checkedWords } from './probes.ts';
import type { StepResult, StepStatus } from './run-check.ts';
import type { Subject } from './subject.ts';

const MARKS: Readonly<Record<StepStatus, string>> = {
  pass: '✅ pass',
  fail: '❌ fail',
  'cannot-tell': '❔ cannot tell',
  note: 'ℹ️ note',
};

/** A checklist for a ticket: each step with its outcome, and the values to copy beneath it. */
export function checkMarkdown(check: Check, subject: Subject, steps: readonly StepResult[]): string {
  const lines = [
    `## ${markdownText(check.name)}`,
    '',
    markdownText(checkedWords(subject)),
    '',
    ...steps.flatMap(({ title, status, why, copies, advised }) => [
      `- **${MARKS[status]}** ${markdownText(title)}${advised ? ' (not always needed)' : ''}: ${markdownText(why)}`,
      ...copies.flatMap(({ what, text }) => indented(copyText(what, text))),
    ]),
    '',
    `By ${check.source}`,
  ];
  return `${lines.join('\n')}\n`;
}

/** An answer for a ticket. */
export function answerMarkdown(answer: Answer): string {
  const lines = [
    `**${markdownText(answer.sentence)}**`,
    '',
    ...answer.pairs.map(
      ({ pair, verdict }) =>
        `- ${markdownCode(pair.action)} on ${markdownCode(pair.resource)}: ${ANSWER_WORDS[verdict.answer]}; ${markdownText(verdict.why)}`,
    ),
    ...(answer.notSeen.length > 0 ? ['', `Not seen: ${markdownText(answer.notSeen.join(', '))}.`] : []),
  ];
  return `${lines.join('\n')}\n`;
}

/** The four answers, for people. */
export const ANSWER_WORDS: Readonly<Record<Answer['overall'], string>> = {
  allowed: 'allowed',
  'explicitly-denied': 'denied by a statement',
  'implicitly-denied': 'not allowed',
  'cannot-tell': 'cannot tell',
};

function copyText(what: string, text: string): string {
  return text.includes('\n')
    ? `${markdownText(what)}:\n${markdownBlock(text, 'json')}`
    : `${markdownText(what)}: ${markdownCode(text)}`;
}

function indented(text: string): readonly string[] {
  return text.split('\n').map((line) => `  ${line}`);
}
