import { DOCS } from '../docs.ts';
import { editTrustCommand } from '../ec2-trust.ts';
import type { ErrorKind } from '../error-explanation.ts';
import { code } from '../words.ts';

/** A trust policy or permission policy that IAM did not accept. */
export const malformedPolicy: ErrorKind = {
  id: 'malformed-policy',
  code: /MalformedPolicyDocument/,
  explain: (call) => {
    const { role } = call.subjects;
    const principal = /Invalid principal in policy: "?([^\n]+?)"?$/i.exec(call.said.text.trim())?.[1];
    const shown = principal?.replaceAll('"', '').trim();
    return {
      severity: 'warning',
      title: 'Policy was refused',
      answer: principal
        ? `IAM refused the policy${role ? ` for role ${code(role.name)}` : ''} because its principal ${code(shown ?? '')} does not exist: deleted (an AROA… or AIDA… id stands for such), not known yet, or of another partition.`
        : `IAM refused the policy${role ? ` for role ${code(role.name)}` : ''}: ${call.said.text.split('operation: ').at(-1) ?? call.said.text}`,
      nodes: [role],
      fix: {
        sentence: principal
          ? 'Replace the principal with the ARN of one that exists. If it was just made, wait some seconds and retry. EC2 is Service ec2.amazonaws.com (in China also ec2.amazonaws.com.cn).'
          : 'Correct the document: valid JSON, no Resource in a trust policy, Action sts:AssumeRole, Service ec2.amazonaws.com for EC2.',
        command: role && editTrustCommand(role),
      },
      docs: DOCS.principal,
    };
  },
};
