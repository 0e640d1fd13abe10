import pLimit from 'p-limit';
import { assertNever } from '../base/assert-never.ts';
import type { InventoryPart } from '../inventory/inventory.ts';
import type { AppConfig } from '../session/config.ts';
import { connectionTo } from '../session/connection.ts';
import { credentialNews, credentialProvider } from '../session/credential-vault.ts';
import { explainFailure } from '../session/explain-failure.ts';
import type { Session } from '../session/session.ts';
import type { AwsService, SendMeter, ServiceSettings } from './aws-service.ts';
import type { ReadRequest } from './live-calls.ts';
import type { FetchPage } from './page.ts';
import { readPages } from './read-pages.ts';
import type { SimulationOutcome, SimulationRequest } from './simulation.ts';

/** IAM has one budget for the whole account, shared with all other tools of its people. */
const IAM_AT_ONCE = 2;
/** EC2 and Auto Scaling count by region and call, so regions do not stand in each other's way. */
const REGIONAL_AT_ONCE = 12;
/** The SDK's tries for one request, with growing pauses: about half a minute of throttling. */
const MAX_ATTEMPTS = 6;
const TIMEOUT_MS = 60_000;

/** The AWS clients of one session: made when first needed, one for each service and region, closed together. */
export interface AwsClients {
  /** Reads one call to its end; see {@link readPages}. */
  readonly read: (
    request: ReadRequest,
    signal: AbortSignal,
  ) => AsyncGenerator<InventoryPart, void, undefined>;
  /** AWS's verdict on what a role may do. Never throws for what AWS or the network does. */
  readonly simulate: (request: SimulationRequest, signal: AbortSignal) => Promise<SimulationOutcome>;
  /** Requests made so far, pages included, and how often the SDK had to send one of them again. */
  readonly tally: () => { readonly requests: number; readonly retries: number };
  readonly close: () => void;
}

export function openClients(
  session: Session,
  config: AppConfig,
  now: () => Date = () => new Date(),
): AwsClients {
  const services = new Map<string, Promise<AwsService>>();
  const meter: SendMeter = { sent: 0 };
  const iamTurn = pLimit(IAM_AT_ONCE);
  const regionalTurn = pLimit(REGIONAL_AT_ONCE);
  /** Whether AWS took the credentials for anything but the sign-in. */
  let answered = false;
  const enabledRegions = new Set<string>();
  let requests = 0;

  const serviceOf = (name: ServiceName, region: string = session.startRegion): Promise<AwsService> => {
    const key = `${name} ${region}`;
    const known = services.get(key);
    if (known) return known;
    const opened = connectionTo(name, region, config, TIMEOUT_MS).then((connection) =>
      openService(
        name,
        {
          ...connection,
          credentials: credentialProvider(session),
          maxAttempts: MAX_ATTEMPTS,
          retryMode: 'adaptive',
        },
        meter,
      ),
    );
    services.set(key, opened);
    // A chunk of the page that did not load may load the next time.
    opened.catch(() => services.delete(key));
    return opened;
  };

  const explain = async (error: unknown, call: string, service: Promise<AwsService>, region?: string) =>
    explainFailure(error, {
      permission: call,
      host: await service.then((opened) => opened.host(), hostOfPage),
      region,
      othersAnswered: answered,
      regionIsEnabled: region !== undefined && enabledRegions.has(region),
      notYetExpired: isBefore(now(), credentialNews(session).expiresAt),
    });

  async function* read(
    request: ReadRequest,
    signal: AbortSignal,
  ): AsyncGenerator<InventoryPart, void, undefined> {
    const { call, region } = request;
    const scope = { call, accountId: session.accountId, region, now };
    const name = serviceName(request);
    const turn = name === 'iam' ? iamTurn : regionalTurn;
    let fetchPage: FetchPage | undefined;
    yield* readPages(
      request,
      async (token, abortSignal) => {
        fetchPage ??= (await serviceOf(name, region)).fetchPage(request, scope);
        requests += 1;
        const page = await fetchPage(token, abortSignal);
        answered = true;
        for (const { RegionName, OptInStatus } of page.part.regions ?? []) {
          if (OptInStatus !== 'not-opted-in') enabledRegions.add(RegionName);
        }
        return page;
      },
      {
        accountId: session.accountId,
        now,
        signal,
        inTurn: (send) => turn(send),
        explain: (error) => explain(error, call, serviceOf(name, region), region),
      },
    );
  }

  const simulate: AwsClients['simulate'] = async (request, signal) => {
    const service = serviceOf('iam');
    try {
      const { simulate: ask } = await service;
      if (ask === undefined) throw new Error('The IAM client cannot simulate.');
      const outcome = await ask(request, signal, (send) =>
        iamTurn(() => {
          requests += 1;
          return send();
        }),
      );
      answered = true;
      return outcome;
    } catch (error) {
      return { ok: false, failure: await explain(error, 'iam:SimulatePrincipalPolicy', service) };
    }
  };

  return {
    read,
    simulate,
    tally: () => ({ requests, retries: Math.max(0, meter.sent - requests) }),
    close: () => {
      for (const service of services.values()) service.then((open) => open.close()).catch(ignore);
      services.clear();
    },
  };
}

type ServiceName = 'ec2' | 'iam' | 'autoscaling';

function serviceName({ call }: ReadRequest): ServiceName {
  if (call.startsWith('iam:')) return 'iam';
  return call.startsWith('autoscaling:') ? 'autoscaling' : 'ec2';
}

async function openService(
  name: ServiceName,
  settings: ServiceSettings,
  meter: SendMeter,
): Promise<AwsService> {
  switch (name) {
    case 'ec2':
      return (await import('./ec2/ec2-service.ts')).openEc2(settings, meter);
    case 'iam':
      return (await import('./iam/iam-service.ts')).openIam(settings, meter);
    case 'autoscaling':
      return (await import('./autoscaling/autoscaling-service.ts')).openAutoScaling(settings, meter);
    default:
      return assertNever(name);
  }
}

/** When the client's own code could not be loaded, the host that failed is the one that holds the page. */
function hostOfPage(): string {
  return 'the server of this page';
}

function isBefore(now: Date, end: string | undefined): boolean {
  return end !== undefined && Date.parse(end) > now.getTime();
}

/** A service that never opened needs no closing. */
function ignore(): void {}
