/** The least IAM policy that lets an account be read, as JSON, for someone who is not signed in yet. */
export async function policyToGrant(): Promise<string> {
  const { minimalPolicy } = await import('../access/minimal-policy.ts');
  return minimalPolicy(['graph', 'users-of-profiles', 'role-details', 'role-policies'], 'aws');
}
