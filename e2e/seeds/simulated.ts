/** What AWS's simulator says of one action, for answers that no local server can give. */
export interface Simulated {
  readonly action: string;
  readonly resource: string;
  readonly decision: 'allowed' | 'explicitDeny' | 'implicitDeny';
  /** The policy whose statement decided. */
  readonly matched?: string;
  readonly missing?: readonly string[];
}

/** An answer of `iam:SimulatePrincipalPolicy` as AWS words it; with a marker when there is more. */
export function simulatedXml(results: readonly Simulated[], marker?: string): string {
  return `<SimulatePrincipalPolicyResponse xmlns="https://iam.amazonaws.com/doc/2010-05-08/"><SimulatePrincipalPolicyResult>
<IsTruncated>${marker !== undefined}</IsTruncated>${marker === undefined ? '' : `<Marker>${marker}</Marker>`}
<EvaluationResults>${results.map(resultXml).join('')}</EvaluationResults>
</SimulatePrincipalPolicyResult><ResponseMetadata><RequestId>0-edge</RequestId></ResponseMetadata></SimulatePrincipalPolicyResponse>`;
}

function resultXml({ action, resource, decision, matched, missing = [] }: Simulated): string {
  const statements =
    matched === undefined
      ? ''
      : `<member><SourcePolicyId>${matched}</SourcePolicyId><SourcePolicyType>user-managed</SourcePolicyType><StartPosition><Line>3</Line><Column>5</Column></StartPosition><EndPosition><Line>7</Line><Column>6</Column></EndPosition></member>`;
  const rest = `<MatchedStatements>${statements}</MatchedStatements><MissingContextValues>${missing.map((key) => `<member>${key}</member>`).join('')}</MissingContextValues>`;
  return `<member><EvalActionName>${action}</EvalActionName><EvalResourceName>arn:\${Partition}:s3:::\${BucketName}</EvalResourceName><EvalDecision>${decision}</EvalDecision>${rest}
<ResourceSpecificResults><member><EvalResourceName>${resource}</EvalResourceName><EvalResourceDecision>${decision}</EvalResourceDecision>${rest}</member></ResourceSpecificResults></member>`;
}
