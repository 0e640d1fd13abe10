import { AutoScalingClient, DescribeAutoScalingGroupsCommand } from '@aws-sdk/client-auto-scaling';
import { DescribeInstancesCommand, EC2Client } from '@aws-sdk/client-ec2';
import { IAMClient, type IAMClientConfig, ListRolesCommand } from '@aws-sdk/client-iam';
import { GetCallerIdentityCommand, STSClient, type STSClientConfig } from '@aws-sdk/client-sts';
import type { Credentials } from '../seeds/clients.ts';

/** What goes over the wire, before any relay. */
export interface SignedCall {
  readonly host: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export type CallKind =
  | 'iam:ListRoles'
  | 'ec2:DescribeInstances'
  | 'sts:GetCallerIdentity'
  | 'autoscaling:Describe';

/** A call as the SDK signs it for AWS's own host, caught before it is sent. */
export async function signCall(
  kind: CallKind,
  credentials: Credentials,
  region = 'us-east-1',
): Promise<SignedCall> {
  const caught: SignedCall[] = [];
  const settings = {
    region,
    credentials: { ...credentials },
    maxAttempts: 1,
    requestHandler: {
      handle: (request: { hostname: string; headers: Record<string, string>; body?: unknown }) => {
        // A browser sends these by itself; neither is the page's to say.
        const { host: _host, 'user-agent': _agent, ...headers } = request.headers;
        caught.push({ host: request.hostname, headers, body: String(request.body) });
        return Promise.reject(new Error('caught'));
      },
    },
  };
  await send(kind, settings).catch(() => undefined);
  const [call] = caught;
  if (call === undefined) throw new Error(`The SDK sent nothing for ${kind}.`);
  return call;
}

function send(kind: CallKind, settings: IAMClientConfig & STSClientConfig): Promise<unknown> {
  switch (kind) {
    case 'iam:ListRoles':
      return new IAMClient(settings).send(new ListRolesCommand({}));
    case 'ec2:DescribeInstances':
      return new EC2Client(settings).send(new DescribeInstancesCommand({}));
    case 'sts:GetCallerIdentity':
      return new STSClient(settings).send(new GetCallerIdentityCommand({}));
    case 'autoscaling:Describe':
      return new AutoScalingClient(settings).send(new DescribeAutoScalingGroupsCommand({}));
  }
}
