import type { JsonValue } from '../base/json.ts';
import text from './cases.json?raw';

/** A fault that people met, as input in AWS CLI form and the verdict that is right for it. Tests alone read these. */
export interface Case {
  readonly id: number;
  readonly title: string;
  readonly kind: string;
  readonly verdict: string;
  readonly where: string;
  readonly severity: string;
  readonly fix: string;
  /** Outputs by command, for `readCliDocument`. */
  readonly input: { readonly [command: string]: JsonValue };
}

/** All cases, in order of id. */
export const CASES: readonly Case[] = JSON.parse(text);
