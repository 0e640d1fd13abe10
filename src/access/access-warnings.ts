import type { AccessRequest } from './access-request.ts';

/** Something that works, but that a person should know before they send the request. */
export interface AccessWarning {
  readonly tone: 'doubt' | 'neutral';
  readonly title: string;
  readonly text: string;
}

/** What to know about a request, the weightiest first. */
export function accessWarnings({ principal, customerAccount }: AccessRequest): readonly AccessWarning[] {
  const warnings: AccessWarning[] = [];
  if (principal.accountId === customerAccount) {
    warnings.push({
      tone: 'doubt',
      title: "This is the customer's own account.",
      text: 'The role would trust the account that it lies in, not us. Enter the account that Rolewire signs in with.',
    });
  }
  if (principal.kind === 'account') {
    warnings.push({
      tone: 'neutral',
      title: 'The whole account is trusted.',
      text: 'Any user or role of it that may call sts:AssumeRole on this role can look. The ARN of one role is narrower.',
    });
  } else {
    warnings.push({
      tone: 'neutral',
      title: `The ${principal.kind} must exist when the customer makes theirs.`,
      text: 'AWS ties the trust to its unique ID: deleted and made again under the same name, it is no longer trusted.',
    });
  }
  return warnings;
}
