import { assertNever } from '../base/assert-never.ts';
import type { Graph } from '../graph/graph.ts';
import type { ErrorStatement, Statement } from '../inventory/statements.ts';
import { compareAuthorization } from './compare-authorization.ts';
import { compareCallerIdentity } from './compare-caller-identity.ts';
import { compareInstanceMetadata } from './compare-instance-metadata.ts';
import type { Comparison } from './comparison.ts';
import { deniedCallOf } from './denied-call.ts';
import { explainError } from './explain-error.ts';
import { chainsOfInstance, partsOf, soleInstance } from './statement-chains.ts';
import { code, nodeWords } from './words.ts';

/**
 * Sets what a host, a person or a failed call says against what AWS lists: finds the chain it speaks of and says whether it
 * agrees, disagrees (with the reason), is not in this account, or cannot be told from what was read.
 */
export function compareStatement(graph: Graph, statement: Statement): Comparison {
  switch (statement.kind) {
    case 'caller-identity':
      return compareCallerIdentity(graph, statement);
    case 'instance-metadata':
      return compareInstanceMetadata(graph, statement);
    case 'decoded-authorization':
      return compareAuthorization(graph, {
        principalArn: statement.principalArn,
        action: statement.action,
        resource: statement.resource,
        allowed: statement.allowed,
        explicitDeny: statement.explicitDeny,
        by: 'unknown',
      });
    case 'error': {
      const denied = deniedCallOf(statement.text);
      if (denied !== undefined) return compareAuthorization(graph, denied);
      return explained(graph, statement);
    }
    default:
      return assertNever(statement);
  }
}

const NO_CREDENTIALS =
  /unable to locate credentials|no credential providers|failed to refresh cached credentials/i;

/** The error of a launch or of another call: what it means for the chain that it names. */
function explained(graph: Graph, said: ErrorStatement): Comparison {
  const evidence = [{ field: 'error text', value: said.text, source: said.label }];
  if (NO_CREDENTIALS.test(said.text)) return withoutCredentials(graph, evidence);
  const found = explainError(graph, said);
  if (found === undefined || found.kind === 'unexplained') {
    return {
      outcome: 'cannot-tell',
      sentence:
        'This error names no caller and is of no kind that Rolewire knows, so it cannot be set against a chain.',
      nodes: [],
      edges: [],
      evidence,
    };
  }
  const { explanation } = found;
  return {
    outcome: explanation.severity === 'unknown' ? 'cannot-tell' : 'explained',
    severity: explanation.severity,
    sentence: explanation.answer,
    nodes: explanation.nodes.filter((node) => node !== undefined),
    edges: (explanation.edges ?? []).filter((edge) => edge !== undefined),
    evidence: [...evidence, ...(explanation.evidence ?? []).filter((each) => each !== undefined)],
    fix: explanation.fix,
    delay: explanation.delay,
  };
}

/** A program found no credentials; it does not say on which host, so only a sole instance can be meant. */
function withoutCredentials(graph: Graph, evidence: Comparison['evidence']): Comparison {
  const host = soleInstance(graph);
  const [chain] = host === undefined ? [] : chainsOfInstance(graph, host);
  const role = chain?.role;
  const trusted = role?.trust?.answer === 'yes';
  return {
    outcome: role !== undefined && trusted ? 'disagrees' : 'cannot-tell',
    severity: role !== undefined && trusted ? 'warning' : undefined,
    sentence:
      host === undefined
        ? 'A program found no credentials, but does not say on which host: open the instance for its chain, or paste the output of iam/info.'
        : role !== undefined && trusted
          ? `A program found no credentials, though ${nodeWords(host)} is to run as role ${code(role.name)}: something on the host stands in the way.`
          : `A program found no credentials; the chain of ${nodeWords(host)} says why.`,
    ...(chain === undefined ? { nodes: host === undefined ? [] : [host], edges: [] } : partsOf(chain)),
    evidence,
    fix: {
      sentence:
        'On the host, see what iam/info answers; then look at a proxy (NO_PROXY=169.254.169.254), the hop limit in containers, and tools too old for IMDSv2.',
      command:
        'TOKEN=$(curl -s -X PUT http://169.254.169.254/latest/api/token -H \'X-aws-ec2-metadata-token-ttl-seconds: 60\')\ncurl -s -H "X-aws-ec2-metadata-token: $TOKEN" http://169.254.169.254/latest/meta-data/iam/info',
    },
  };
}
