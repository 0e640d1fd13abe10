import * as v from 'valibot';
import { fail, ok, type Result } from '../base/result.ts';
import { AccountListSchema } from './account-preset-schema.ts';
import { CognitoListSchema, OidcListSchema } from './oidc/issuer-config.ts';

/** The AWS services that Rolewire talks to, by the names that `config.json` uses. */
const AWS_SERVICES = ['sts', 'iam', 'ec2', 'autoscaling', 'cognito-identity'] as const;
export type AwsService = (typeof AWS_SERVICES)[number];

/**
 * `config.json`, which whoever hosts the page may put beside `index.html`. Every key may be left out:
 *
 * - `endpoint`: one URL for all services, for an AWS-compatible server (moto, LocalStack, MiniStack).
 * - `endpoints`: a URL for each of `sts`, `iam`, `ec2`, `autoscaling`, `cognito-identity`, for VPC endpoints; goes before
 *   `endpoint`. `{region}` in a URL stands for the region that is asked.
 * - `regions`: read these regions only, out of those that are enabled.
 * - `startRegion`: what the region field of the sign-in holds at first; `us-east-1` otherwise.
 * - `useFipsEndpoint`, `useDualstackEndpoint`: whether AWS is asked at FIPS 140 and at IPv6-ready endpoints, unless the person
 *   who signs in chooses otherwise. A custom endpoint goes before both.
 * - `relay`: the server of this page passes signed calls on to AWS under `path`, `/aws` if not given. `when` is `never`,
 *   `always`, or `when-unreachable`: then it is offered to a person whose browser could not reach AWS.
 * - `cognito`: user pools to sign in at, see `oidc/issuer-config.ts`.
 * - `oidc`: OpenID Connect issuers to sign in at, see there too.
 * - `accounts`: accounts to open by a role, offered to everybody, see `account-preset-schema.ts`.
 */
export type AppConfig = v.InferOutput<typeof ConfigSchema>;

const EndpointSchema = v.pipe(
  v.string('must be a URL in quotes'),
  v.check(isEndpoint, 'must be an http or https URL without user name, query and fragment'),
);
const RegionSchema = v.pipe(
  v.string('must be a region in quotes'),
  v.regex(/^[a-z0-9]+(-[a-z0-9]+)+$/, 'must be a region such as "eu-west-1"'),
);
const RelaySchema = v.strictObject(
  {
    path: v.optional(
      v.pipe(
        v.string('must be a path in quotes'),
        v.regex(/^(?:\/[a-z0-9][a-z0-9-]*)+$/, 'must be a path of this server such as "/aws"'),
      ),
      '/aws',
    ),
    when: v.picklist(
      ['never', 'always', 'when-unreachable'],
      'must be "never", "always" or "when-unreachable"',
    ),
  },
  strictMessage('must be an object such as {"when": "when-unreachable"}'),
);
const ConfigSchema = v.strictObject(
  {
    endpoint: v.optional(EndpointSchema),
    endpoints: v.optional(
      v.strictObject(
        {
          sts: v.optional(EndpointSchema),
          iam: v.optional(EndpointSchema),
          ec2: v.optional(EndpointSchema),
          autoscaling: v.optional(EndpointSchema),
          'cognito-identity': v.optional(EndpointSchema),
        },
        strictMessage(`must be an object with some of the keys ${AWS_SERVICES.join(', ')}`),
      ),
    ),
    regions: v.optional(
      v.pipe(
        v.array(RegionSchema, 'must be a list of regions'),
        v.minLength(1, 'must name one region or more; leave the key out to read all'),
        v.readonly(),
      ),
    ),
    startRegion: v.optional(RegionSchema),
    useFipsEndpoint: v.optional(v.boolean('must be true or false')),
    useDualstackEndpoint: v.optional(v.boolean('must be true or false')),
    relay: v.optional(RelaySchema),
    cognito: v.optional(CognitoListSchema),
    oidc: v.optional(OidcListSchema),
    accounts: v.optional(AccountListSchema),
  },
  strictMessage('must be an object, such as {"startRegion": "eu-west-1"}'),
);

const DEFAULT_CONFIG: AppConfig = {};

export interface ConfigError {
  /** Names the key and what is wrong with it; fit to be shown. */
  readonly message: string;
}

/** Reads the text of a `config.json`; the error names each wrong key. */
export function parseConfig(text: string): Result<AppConfig, ConfigError> {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    const why = error instanceof Error ? error.message : 'unreadable';
    return fail({ message: `config.json is not valid JSON: ${why}` });
  }
  // Valibot takes a list for an object without keys.
  const parsed = v.safeParse(ConfigSchema, Array.isArray(json) ? null : json);
  if (parsed.success) return ok(parsed.output);
  return fail({ message: `config.json is wrong: ${parsed.issues.map(issueText).join('; ')}.` });
}

/** Loads `config.json` from beside the page. No such file means that the defaults apply. */
export async function loadConfig(
  fetchText: typeof fetch,
  url = 'config.json',
): Promise<Result<AppConfig, ConfigError>> {
  let response: Response;
  try {
    response = await fetchText(url, { cache: 'no-cache', credentials: 'same-origin' });
  } catch {
    return fail({
      message: 'config.json could not be loaded: the server that holds this page did not answer.',
    });
  }
  // Servers of single-page apps answer an unknown path with the page itself.
  const isPage = response.headers.get('content-type')?.includes('text/html') === true;
  if (response.status === 404 || isPage) return ok(DEFAULT_CONFIG);
  if (!response.ok) {
    return fail({ message: `config.json could not be loaded: the server answered ${response.status}.` });
  }
  return parseConfig(await response.text());
}

/** The custom endpoint of a service in a region; `undefined` where AWS's own applies. */
export function endpointOf(config: AppConfig, service: AwsService, region: string): string | undefined {
  return (config.endpoints?.[service] ?? config.endpoint)?.replaceAll('{region}', region);
}

function isEndpoint(text: string): boolean {
  const concrete = text.replaceAll('{region}', 'region');
  if (!URL.canParse(concrete)) return false;
  const { protocol, username, password, search, hash } = new URL(concrete);
  return (protocol === 'https:' || protocol === 'http:') && `${username}${password}${search}${hash}` === '';
}

function strictMessage(expected: string): (issue: v.StrictObjectIssue) => string {
  return (issue) => (issue.expected === 'never' ? 'is not a known key' : expected);
}

function issueText(issue: v.BaseIssue<unknown>): string {
  const path = v.getDotPath(issue);
  return `${path === null ? 'the file' : `"${path}"`} ${issue.message}`;
}
