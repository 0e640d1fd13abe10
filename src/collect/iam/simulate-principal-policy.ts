import {
  type EvaluationResult,
  type IAMClient,
  type ResourceSpecificResult,
  SimulatePrincipalPolicyCommand,
} from '@aws-sdk/client-iam';
import { groupBy } from '../../base/index-by.ts';
import { afterMarker } from '../page.ts';
import type {
  MatchedStatement,
  SimulatedDecision,
  SimulatedResult,
  SimulationOutcome,
  SimulationRequest,
} from '../simulation.ts';

/** Sends one request when it is its turn. */
export type InTurn = <Value>(send: () => Promise<Value>) => Promise<Value>;

/**
 * AWS's own verdict on each pair, one call for each resource and as many pages as it has. No resource policy is sent along:
 * "Simulation of resource-based policies isn't supported for IAM roles." Throws what the SDK throws.
 * https://docs.aws.amazon.com/IAM/latest/APIReference/API_SimulatePrincipalPolicy.html
 */
export async function simulatePrincipalPolicy(
  client: IAMClient,
  request: SimulationRequest,
  abortSignal: AbortSignal,
  inTurn: InTurn,
): Promise<Extract<SimulationOutcome, { ok: true }>> {
  const results: SimulatedResult[] = [];
  let requests = 0;
  let cutOff: string | undefined;
  for (const [resource, pairs] of groupBy(request.pairs, (pair) => pair.resource)) {
    let marker: string | undefined;
    const seen = new Set<string>();
    do {
      const command = new SimulatePrincipalPolicyCommand({
        PolicySourceArn: request.roleArn,
        ActionNames: [...new Set(pairs.map(({ action }) => action))],
        // All resources is what AWS takes when none is named.
        ResourceArns: resource === '*' ? undefined : [resource],
        ContextEntries: request.context.map(({ key, type, values }) => ({
          ContextKeyName: key,
          ContextKeyType: type,
          ContextKeyValues: [...values],
        })),
        Marker: marker,
      });
      requests += 1;
      const answer = await inTurn(() => {
        abortSignal.throwIfAborted();
        return client.send(command, { abortSignal });
      });
      for (const each of answer.EvaluationResults ?? []) results.push(toResult(each, resource));
      const next = afterMarker(answer.IsTruncated, answer.Marker);
      marker = next.kind === 'token' && !seen.has(next.token) ? next.token : undefined;
      if (marker === undefined && next.kind !== 'end') {
        cutOff = 'AWS said that there is more, but gave no marker to go on from';
      } else if (marker !== undefined) {
        seen.add(marker);
      }
    } while (marker !== undefined);
  }
  return { ok: true, results, requests, cutOff };
}

/** The result of the one resource that was asked about, where AWS gives one; else that of all. */
function toResult(result: EvaluationResult, resource: string): SimulatedResult {
  const own = (result.ResourceSpecificResults ?? []).find((each) => each.EvalResourceName === resource);
  const from: Partial<ResourceSpecificResult> & Partial<EvaluationResult> = own ?? result;
  return {
    action: result.EvalActionName ?? '',
    resource,
    decision: toDecision(own === undefined ? result.EvalDecision : own.EvalResourceDecision),
    matched: (from.MatchedStatements ?? []).map(toMatched),
    missingContext: [
      ...new Set([...(from.MissingContextValues ?? []), ...(result.MissingContextValues ?? [])]),
    ],
    details: Object.entries(from.EvalDecisionDetails ?? {}).map(([policyType, decision]) => ({
      policyType,
      decision: toDecision(decision),
    })),
    allowedByBoundary: (from.PermissionsBoundaryDecisionDetail ?? result.PermissionsBoundaryDecisionDetail)
      ?.AllowedByPermissionsBoundary,
    allowedByOrganization: result.OrganizationsDecisionDetail?.AllowedByOrganizations,
  };
}

function toMatched(statement: NonNullable<EvaluationResult['MatchedStatements']>[number]): MatchedStatement {
  return {
    policyId: statement.SourcePolicyId ?? '',
    policyType: statement.SourcePolicyType ?? '',
    line: statement.StartPosition?.Line,
  };
}

function toDecision(text: string | undefined): SimulatedDecision {
  return text === 'allowed' || text === 'explicitDeny' || text === 'implicitDeny' ? text : 'unknown';
}
