import { describe, expect, it } from 'vitest';
import { openClients } from './clients.ts';
import type { SimulationRequest } from './simulation.ts';
import { type Handler, serveAws, signedInSession } from './wire-server.test-data.ts';

/** The SDK's own client against a server that speaks AWS's wire format. */

async function simulate(reply: Handler, request: SimulationRequest, signal = new AbortController().signal) {
  const { endpoint, asked } = await serveAws(reply);
  const clients = openClients(signedInSession(), { endpoint });
  const outcome = await clients.simulate(request, signal);
  clients.close();
  return { outcome, asked };
}

function answer(results: string, more = '<IsTruncated>false</IsTruncated>'): { readonly xml: string } {
  return {
    xml: `<SimulatePrincipalPolicyResponse xmlns="https://iam.amazonaws.com/doc/2010-05-08/"><SimulatePrincipalPolicyResult>${more}<EvaluationResults>${results}</EvaluationResults></SimulatePrincipalPolicyResult></SimulatePrincipalPolicyResponse>`,
  };
}

function result(action: string, decision: string, inner = ''): string {
  return `<member><EvalActionName>${action}</EvalActionName><EvalResourceName>*</EvalResourceName><EvalDecision>${decision}</EvalDecision>${inner}</member>`;
}

const REQUEST: SimulationRequest = {
  roleArn: 'arn:aws:iam::111122223333:role/app',
  pairs: [
    { action: 's3:GetObject', resource: 'arn:aws:s3:::a/*' },
    { action: 's3:PutObject', resource: 'arn:aws:s3:::a/*' },
    { action: 'ssm:GetDocument', resource: '*' },
  ],
  context: [{ key: 'aws:SourceVpce', type: 'string', values: ['vpce-1'] }],
};

describe("AWS's simulator", () => {
  it('is asked once for each resource, with the condition keys, and never with a resource policy', async () => {
    const { outcome, asked } = await simulate(
      (form) =>
        answer(
          [1, 2]
            .map((nth) => form.get(`ActionNames.member.${nth}`))
            .flatMap((action) => (action ? result(action, 'allowed') : []))
            .join(''),
        ),
      REQUEST,
    );
    expect(asked.map((form) => form.get('ResourceArns.member.1'))).toEqual(['arn:aws:s3:::a/*', null]);
    expect(asked[0]?.get('PolicySourceArn')).toBe(REQUEST.roleArn);
    expect(asked[0]?.get('ContextEntries.member.1.ContextKeyName')).toBe('aws:SourceVpce');
    expect(asked[0]?.get('ContextEntries.member.1.ContextKeyValues.member.1')).toBe('vpce-1');
    expect(asked.some((form) => form.has('ResourcePolicy') || form.has('CallerArn'))).toBe(false);
    expect(outcome).toMatchObject({
      ok: true,
      requests: 2,
      results: REQUEST.pairs.map(({ action, resource }) => ({ action, resource, decision: 'allowed' })),
    });
  });

  it('is read to its last page, and a marker that leads nowhere is told', async () => {
    const pairs = REQUEST.pairs.slice(0, 2);
    const whole = await simulate(
      (form) =>
        form.get('Marker') === 'two'
          ? answer(result('s3:PutObject', 'explicitDeny'))
          : answer(result('s3:GetObject', 'allowed'), '<IsTruncated>true</IsTruncated><Marker>two</Marker>'),
      { ...REQUEST, pairs },
    );
    expect(whole.outcome).toMatchObject({
      ok: true,
      cutOff: undefined,
      results: [{ decision: 'allowed' }, { decision: 'explicitDeny' }],
    });
    const stuck = await simulate(
      () => answer(result('s3:GetObject', 'allowed'), '<IsTruncated>true</IsTruncated><Marker>two</Marker>'),
      { ...REQUEST, pairs },
    );
    expect(stuck.outcome).toMatchObject({ ok: true, cutOff: expect.stringContaining('more') });
    expect(stuck.asked).toHaveLength(2);
  });

  it('gives the verdict on the one resource rather than that on all, and what it rests on', async () => {
    const own = `<ResourceSpecificResults><member><EvalResourceName>arn:aws:s3:::a/*</EvalResourceName><EvalResourceDecision>implicitDeny</EvalResourceDecision>
      <MatchedStatements><member><SourcePolicyId>role_app_inline</SourcePolicyId><SourcePolicyType>role</SourcePolicyType><StartPosition><Line>4</Line><Column>2</Column></StartPosition></member></MatchedStatements>
      <MissingContextValues><member>aws:SourceIp</member></MissingContextValues>
      <PermissionsBoundaryDecisionDetail><AllowedByPermissionsBoundary>false</AllowedByPermissionsBoundary></PermissionsBoundaryDecisionDetail></member></ResourceSpecificResults>
      <OrganizationsDecisionDetail><AllowedByOrganizations>true</AllowedByOrganizations></OrganizationsDecisionDetail>`;
    const { outcome } = await simulate(() => answer(result('s3:GetObject', 'allowed', own)), {
      ...REQUEST,
      pairs: REQUEST.pairs.slice(0, 1),
    });
    expect(outcome).toMatchObject({
      ok: true,
      results: [
        {
          decision: 'implicitDeny',
          matched: [{ policyId: 'role_app_inline', policyType: 'role', line: 4 }],
          missingContext: ['aws:SourceIp'],
          allowedByBoundary: false,
          allowedByOrganization: true,
        },
      ],
    });
  });

  it('names the missing permission when AWS refuses, and says when it was cancelled', async () => {
    const refused = await simulate(
      () => ({
        status: 403,
        xml: '<ErrorResponse><Error><Type>Sender</Type><Code>AccessDenied</Code><Message>User: x is not authorized to perform: iam:SimulatePrincipalPolicy on resource: y</Message></Error></ErrorResponse>',
      }),
      REQUEST,
    );
    expect(refused.outcome).toMatchObject({
      ok: false,
      failure: { status: 'denied', reason: { permission: 'iam:SimulatePrincipalPolicy' } },
    });
    const cancelled = await simulate(() => answer(''), REQUEST, AbortSignal.abort());
    expect(cancelled.outcome).toMatchObject({ ok: false, failure: { reason: { kind: 'cancelled' } } });
    expect(cancelled.asked).toHaveLength(0);
  });
});
