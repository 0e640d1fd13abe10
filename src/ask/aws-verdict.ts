import type { AccessAnswer } from '../policy/access-verdict.ts';
import { overallOf } from './answer.ts';
import type { AskedPair } from './asked-field.ts';
import type { PairAnswer } from './judge-pair.ts';

/** As much of AWS's verdict on one pair as is needed to put it in words and beside ours. */
export interface AwsDecision {
  readonly action: string;
  readonly resource: string;
  readonly decision: 'allowed' | 'explicitDeny' | 'implicitDeny' | 'unknown';
  readonly missingContext: readonly string[];
  readonly allowedByBoundary?: boolean | undefined;
  readonly allowedByOrganization?: boolean | undefined;
}

/** AWS's verdict on a whole question. */
export interface AwsAnswer {
  readonly overall: AccessAnswer;
  readonly sentence: string;
  readonly missingContext: readonly string[];
}

/**
 * What AWS's simulator does not look at when it is asked about a role, by the notes of
 * https://docs.aws.amazon.com/IAM/latest/APIReference/API_SimulatePrincipalPolicy.html and
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_testing-policies.html
 */
export const AWS_LIMITS: readonly string[] = [
  'Policies of resources, such as bucket and key policies: AWS does not simulate them for roles.',
  'Resource control policies, session policies, and policies of VPC endpoints.',
  'Accounts: across two accounts the other side must allow as well, and AWS answers for this side alone.',
  'Service control policies count only where AWS says so in the answer.',
];

/** AWS's verdicts as one answer. A pair without a verdict leaves it open. */
export function awsAnswer(
  pairs: readonly AskedPair[],
  decisions: readonly AwsDecision[],
  subject: string,
): AwsAnswer {
  const answers = pairs.map((pair) => ({ pair, answer: answerOf(decisionFor(pair, decisions)) }));
  const overall = overallOf(answers.map(({ answer }) => answer));
  const [first, ...more] = answers.filter(({ answer }) => answer === overall);
  const what = `${first?.pair.action ?? 'this'}${more.length > 0 ? ` and ${more.length} more` : ''}`;
  return {
    overall,
    sentence: sentenceOf(overall, what, subject, pairs.length),
    missingContext: [...new Set(decisions.flatMap(({ missingContext }) => missingContext))],
  };
}

/** AWS's verdict on a pair. It compares actions without letter case. */
export function decisionFor<Decision extends AwsDecision>(
  pair: AskedPair,
  decisions: readonly Decision[],
): Decision | undefined {
  return decisions.find(
    ({ action, resource }) =>
      action.toLowerCase() === pair.action.toLowerCase() && resource === pair.resource,
  );
}

function answerOf(decision: AwsDecision | undefined): AccessAnswer {
  switch (decision?.decision) {
    case 'allowed':
      return 'allowed';
    case 'explicitDeny':
      return 'explicitly-denied';
    case 'implicitDeny':
      // With values that it lacks AWS takes conditions for not met.
      return decision.missingContext.length > 0 ? 'cannot-tell' : 'implicitly-denied';
    default:
      return 'cannot-tell';
  }
}

function sentenceOf(overall: AccessAnswer, what: string, subject: string, count: number): string {
  switch (overall) {
    case 'allowed':
      return count === 1
        ? `AWS says yes: the policies of ${subject} allow ${what}.`
        : `AWS says yes: the policies of ${subject} allow all ${count} actions.`;
    case 'explicitly-denied':
      return `AWS says no: a statement denies ${subject} ${what}.`;
    case 'implicitly-denied':
      return `AWS says no: nothing allows ${subject} ${what}.`;
    case 'cannot-tell':
      return `AWS cannot tell for ${what}: it lacks values of condition keys.`;
  }
}

/**
 * Where AWS and our own evaluation say different things of the role's own side: the part that both look at. What ours leaves
 * undecided is no disagreement.
 */
export function disagreements(
  answers: readonly PairAnswer[],
  decisions: readonly AwsDecision[],
): readonly PairAnswer[] {
  return answers.filter((answer) => {
    const aws = decisionFor(answer.pair, decisions);
    const own = ownSide(answer);
    if (aws === undefined || own === 'undecided' || aws.decision === 'unknown') return false;
    if (aws.missingContext.length > 0 || aws.allowedByOrganization === false) return false;
    return own !== aws.decision;
  });
}

function ownSide({ verdict, byAwsDocs }: PairAnswer): AwsDecision['decision'] | 'undecided' {
  const { identity, boundary } = verdict.sides;
  if (byAwsDocs !== undefined) return 'allowed';
  if (identity === 'denies' || boundary === 'denies') return 'explicitDeny';
  if (identity === 'undecided' || boundary === 'undecided') return 'undecided';
  return identity === 'allows' && boundary !== 'silent' ? 'allowed' : 'implicitDeny';
}
