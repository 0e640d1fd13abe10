import type { JsonValue } from '../base/json.ts';
import { ec2Spelling } from './ec2-service.ts';
import { readStatements } from './statement.ts';
import type { TrustVerdict } from './trust-verdict.ts';

/** What a trust is judged against. */
export interface TrustContext {
  /** `aws`, `aws-cn`, `aws-us-gov`, `aws-iso`…: unknown ones count as the first. */
  readonly partition: string;
  /** ISO 8601: what "in the past" means in a date condition. Without it such conditions stay undecided. */
  readonly asOf?: string | undefined;
}

export function judgeTrust(document: JsonValue | undefined, context: TrustContext): TrustVerdict {
  if (document === undefined || document === null) {
    return { answer: 'cannot-confirm', reason: 'not-supplied', detail: 'no trust policy was supplied' };
  }
  const statements = readStatements(document);
  if (!statements.ok) return { answer: 'cannot-confirm', reason: 'unreadable', detail: statements.error };
  const named = statements.value.find((each) =>
    each.principal?.services.some((service) => ec2Spelling(service, context.partition) !== 'not-ec2'),
  );
  if (named === undefined) {
    return { answer: 'no', reason: 'ec2-not-named', detail: 'no Allow statement names ec2.amazonaws.com' };
  }
  return { answer: 'yes', statement: named.index };
}
