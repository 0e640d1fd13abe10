import type { JsonValue } from '../base/json.ts';
import { isJsonList, isJsonObject } from './json-object.ts';

/** Where services put what went wrong: scaling activities, stack and environment events, node groups, clusters. */
const FIELDS: ReadonlySet<string> = new Set([
  'StatusMessage',
  'ResourceStatusReason',
  'StackStatusReason',
  'StateReason',
  'statusReason',
  'StatusReason',
  'Cause',
  'Message',
  'message',
]);

/** What Rolewire can explain: a refused profile or role, a denied call, a limit. */
const OF_USE =
  /iam ?instance ?profile|instance ?profile|iam:PassRole|not authorized to perform|service-linked role|Encoded authorization failure/i;

const MOST = 20;
const DEEPEST = 12;

/**
 * The texts of failures inside the output of a command that Rolewire has no reader for, each once, in order: an Auto Scaling
 * activity or a stack event tells why a launch failed as plainly as the error of a command.
 */
export function failureTexts(output: JsonValue): readonly string[] {
  const texts = new Set<string>();
  const walk = (value: JsonValue, depth: number): void => {
    if (depth > DEEPEST || texts.size >= MOST) return;
    if (isJsonList(value)) for (const item of value) walk(item, depth + 1);
    else if (isJsonObject(value)) {
      for (const [key, field] of Object.entries(value)) {
        if (typeof field !== 'string') walk(field, depth + 1);
        else if (FIELDS.has(key) && OF_USE.test(field)) texts.add(field);
      }
    }
  };
  walk(output, 0);
  return [...texts].slice(0, MOST);
}
