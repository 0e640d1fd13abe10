import type { APIResponse, Page, Route } from '@playwright/test';
import { awsCallOf, isForAws } from './call-log.ts';

/**
 * What no local server can show is done at the network edge: the app's request is real and signed; its answer is rewritten,
 * or never comes.
 */

/** Which requests to touch: `iam:ListRoles`, or a list of such; in one region or in all. */
export interface Which {
  readonly call: string | readonly string[];
  readonly region?: string;
  /** Only the first so many; all when not given. */
  readonly times?: number;
}

export interface Answer {
  readonly status?: number;
  readonly body: string;
}

/** Lets requests reach the server and gives the app another answer, made from the real one. */
export async function rewriteAnswer(
  page: Page,
  which: Which,
  rewrite: (body: string, form: URLSearchParams) => Answer,
): Promise<void> {
  await touch(page, which, async (route) => {
    const response: APIResponse = await route.fetch();
    const form = new URLSearchParams(route.request().postData() ?? '');
    const answer = rewrite(await response.text(), form);
    await route.fulfill({ response, status: answer.status ?? response.status(), body: answer.body });
  });
}

/** Answers with an error of AWS's, in the XML of the service that was asked. */
export function failWith(page: Page, which: Which, error: AwsError): Promise<void> {
  return rewriteAnswer(page, which, (body) => ({
    status: error.status,
    body: body.includes('http://ec2.amazonaws.com/') || isEc2(which) ? ec2Error(error) : queryError(error),
  }));
}

/** No answer at all, which is also what a browser sees of a host that does not allow its page (CORS). */
export function unplug(page: Page, which: Which): Promise<void> {
  return touch(page, which, (route) => route.abort('connectionfailed'));
}

/** Keeps requests from being answered for as long as the test runs. */
export function hold(page: Page, which: Which): Promise<void> {
  return touch(page, which, () => Promise.resolve());
}

export interface AwsError {
  readonly status: number;
  readonly code: string;
  readonly message: string;
}

export const THROTTLED: AwsError = { status: 400, code: 'Throttling', message: 'Rate exceeded' };
export const EC2_THROTTLED: AwsError = {
  status: 503,
  code: 'RequestLimitExceeded',
  message: 'Request limit exceeded.',
};
export const EXPIRED: AwsError = {
  status: 403,
  code: 'ExpiredToken',
  message: 'The security token included in the request is expired',
};
export const EC2_EXPIRED: AwsError = { status: 400, code: 'RequestExpired', message: 'Request has expired.' };

/** Parts a list answer of IAM into pages of `size`, as AWS does and moto does not: Marker and IsTruncated. */
export function inPages(list: string, size: number): (body: string, form: URLSearchParams) => Answer {
  return (body, form) => {
    const [before, items, after] = membersOf(body, list);
    const start = Number(form.get('Marker') ?? 0);
    const end = Math.min(start + size, items.length);
    const more = end < items.length;
    const tail = after.replace(/<IsTruncated>.*?<\/IsTruncated>|<Marker>.*?<\/Marker>/gs, '');
    const mark = `<IsTruncated>${more}</IsTruncated>${more ? `<Marker>${end}</Marker>` : ''}`;
    return {
      body: before + items.slice(start, end).join('') + tail.replace(`</${list}>`, `</${list}>${mark}`),
    };
  };
}

async function touch(page: Page, which: Which, act: (route: Route) => Promise<void>): Promise<void> {
  const calls = typeof which.call === 'string' ? [which.call] : which.call;
  let left = which.times ?? Number.POSITIVE_INFINITY;
  await page.route(
    (url) => isForAws(url.href),
    async (route) => {
      const call = awsCallOf(route.request());
      const meant =
        call !== undefined &&
        calls.includes(call.call) &&
        (which.region === undefined || which.region === call.region);
      if (!meant || left <= 0) return route.fallback();
      left -= 1;
      await act(route);
    },
  );
}

function isEc2(which: Which): boolean {
  return String(which.call).startsWith('ec2:');
}

function ec2Error({ code, message }: AwsError): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<Response><Errors><Error><Code>${code}</Code><Message>${message}</Message></Error></Errors><RequestID>0-edge</RequestID></Response>`;
}

function queryError({ code, message }: AwsError): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error><RequestId>0-edge</RequestId></ErrorResponse>`;
}

/** The text before the items of a list, each item with all that is nested in it, and the text behind them. */
function membersOf(xml: string, list: string): readonly [string, readonly string[], string] {
  const begin = xml.indexOf(`<${list}>`) + list.length + 2;
  const items: string[] = [];
  let depth = 0;
  let itemStart = begin;
  let end = begin;
  for (const tag of xml.slice(begin).matchAll(/<(\/?)member>/g)) {
    const at = begin + tag.index;
    if (tag[1] === '') {
      if (depth === 0) itemStart = at;
      depth += 1;
    } else {
      depth -= 1;
      if (depth < 0) break;
      if (depth === 0) {
        end = at + tag[0].length;
        items.push(xml.slice(itemStart, end));
      }
    }
    if (depth === 0 && xml.slice(end).trimStart().startsWith(`</${list}>`)) break;
  }
  return [xml.slice(0, begin), items, xml.slice(end)];
}
