import type { Page, Request } from '@playwright/test';
import { MINISTACK_URL, MOTO_URL } from './servers/addresses.ts';

/** One signed request of the app, read off the wire. */
export interface AwsCall {
  /** `iam:ListRoles`. */
  readonly call: string;
  /** The region that the request was signed for. */
  readonly region: string;
  readonly request: Request;
}

/** Everything that a page sends, from now on. Preflights, which the browser sends by itself, are not in it. */
export class CallLog {
  readonly requests: Request[] = [];

  constructor(page: Page) {
    page.on('request', (request) => this.requests.push(request));
  }

  get calls(): readonly AwsCall[] {
    return this.requests.flatMap((request) => awsCallOf(request) ?? []);
  }

  /** How many requests were sent for a call such as `iam:ListRoles`, in one region or in all. */
  count(call: string, region?: string): number {
    return this.calls.filter((one) => one.call === call && (region === undefined || one.region === region))
      .length;
  }

  /** The requests by call: `{ 'iam:ListRoles': 2, … }`. */
  byCall(): Readonly<Record<string, number>> {
    const counts: Record<string, number> = {};
    for (const { call } of this.calls) counts[call] = (counts[call] ?? 0) + 1;
    return counts;
  }
}

/** Whether a request goes to one of the AWS-compatible servers. */
export function isForAws(url: string): boolean {
  return url.startsWith(`${MINISTACK_URL}/`) || url.startsWith(`${MOTO_URL}/`);
}

/** What a request asks of AWS, if it does. */
export function awsCallOf(request: Request): AwsCall | undefined {
  if (!isForAws(request.url())) return undefined;
  // …Credential=<key id>/<date>/<region>/<service>/aws4_request
  const scope = /Credential=[^/]+\/\d{8}\/([^/]+)\/([^/]+)\//.exec(request.headers()['authorization'] ?? '');
  const action = new URLSearchParams(request.postData() ?? '').get('Action');
  const [, region, service] = scope ?? [];
  if (region === undefined || service === undefined || action === null) return undefined;
  return { call: `${service}:${action}`, region, request };
}
