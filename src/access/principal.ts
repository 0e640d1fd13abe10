import { parseArn } from '../base/arn.ts';
import { partitionById } from '../base/partitions.ts';
import { fail, ok, type Result } from '../base/result.ts';

/** Who may assume the role: an account as a whole, or one role or user of it. */
export interface Principal {
  readonly kind: 'account' | 'role' | 'user';
  readonly arn: string;
  readonly accountId: string;
  readonly partition: string;
}

const ACCOUNT = /^\d{12}$/;
/** Path and name of a role or user: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
const NAMED = /^(role|user)\/[\w+=,.@/-]*[\w+=,.@-]$/;

/**
 * Reads an account id, or the ARN of an account's root, a role or a user. The error says in a sentence what is wrong and
 * what to enter instead. What AWS takes as a principal: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
export function parsePrincipal(text: string, partition: string): Result<Principal, string> {
  const entered = text.trim();
  if (entered === '') return fail('Enter our account ID, or the ARN of the role or user that will look.');
  if (/[*?]/.test(entered)) {
    return fail(
      'A wildcard would let every AWS account in the world try this role. Name one account, role or user.',
    );
  }
  if (ACCOUNT.test(entered)) {
    const arn = `arn:${partition}:iam::${entered}:root`;
    return ok({ kind: 'account', arn, accountId: entered, partition });
  }
  const arn = parseArn(entered);
  if (!arn) return fail('This is neither a 12-digit account ID nor an ARN.');
  if (!ACCOUNT.test(arn.account)) return fail('The ARN holds no 12-digit account ID.');
  if (arn.partition !== partition) {
    return fail(
      `The ARN lies in ${arn.partition}, the customer in ${partition} (${partitionById(partition)?.name}). ` +
        'A role can only be assumed from its own partition.',
    );
  }
  const found = { arn: entered, accountId: arn.account, partition };
  if (arn.service === 'iam' && arn.resource === 'root') return ok({ kind: 'account', ...found });
  const named = arn.service === 'iam' ? NAMED.exec(arn.resource)?.[1] : undefined;
  if (named === 'role' || named === 'user') return ok({ kind: named, ...found });
  return fail(whyNot(arn.service, arn.resource, `arn:${partition}:iam::${arn.account}`));
}

function whyNot(service: string, resource: string, prefix: string): string {
  const [type, name] = resource.split('/');
  if (service === 'sts' && type === 'assumed-role') {
    return (
      `This ARN names one session, which ends. Enter the role behind it: ${prefix}:role/${name ?? ''}, ` +
      'with its path between role/ and the name if it has one.'
    );
  }
  if (type === 'group') return "A group can't assume a role. Enter a role, a user or the account.";
  return "Enter an account ID, or the ARN of an account's root, a role or a user.";
}
