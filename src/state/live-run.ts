import type { QueryClient } from '@tanstack/react-query';
import type { AwsClients, openClients } from '../collect/clients.ts';
import { ALL_POLICIES, type ReadRequest } from '../collect/live-calls.ts';
import { type PlanInput, planReads, type ReadPlan } from '../collect/plan-reads.ts';
import { policyReads } from '../collect/policy-reads.ts';
import type { CoverageEntry } from '../inventory/coverage.ts';
import type { AppConfig } from '../session/config.ts';
import type { Session } from '../session/session.ts';
import { type ReadResult, type ReadScope, readKey } from './live-read.ts';

/** The reading of one account, be it by one session after another. */
export interface Run extends ReadScope {
  session: Session;
  config: AppConfig;
  clients: AwsClients;
  readonly running: Set<Promise<void>>;
  controller: AbortController;
  /** False once the credentials are gone. */
  canRead: boolean;
  /** True after a cancel: what is planned is not begun by itself. */
  stopped: boolean;
  /** Grows with each stop, so that of several refreshes and cancels the last one holds. */
  stops: number;
  readonly askedRoles: Set<string>;
  readonly askedProfiles: Set<string>;
  readonly askedPolicies: Set<string>;
  /** Of these roles, the ones asked for since reading was stopped: their reads go on all the same. */
  readonly resumed: Set<string>;
  allPolicies: boolean;
}

export function newRun(session: Session, config: AppConfig, open: typeof openClients): Run {
  return {
    runNumber: session.sessionNumber,
    accountId: session.accountId,
    session,
    config,
    clients: open(session, config),
    running: new Set(),
    controller: new AbortController(),
    canRead: true,
    stopped: false,
    stops: 0,
    askedRoles: new Set(),
    askedProfiles: new Set(),
    askedPolicies: new Set(),
    resumed: new Set(),
    allPolicies: false,
  };
}

/** Goes on with a new session of the same account; what was read stays. */
export function takeOver(run: Run, session: Session, config: AppConfig, open: typeof openClients): void {
  stopReading(run);
  run.clients.close();
  run.session = session;
  run.config = config;
  run.clients = open(session, config);
  run.canRead = true;
}

/** Begins no more reads, as the credentials are gone. */
export function endRun(run: Run): void {
  if (!run.canRead) return;
  run.canRead = false;
  stopReading(run);
  run.clients.close();
}

function resultOf(client: QueryClient, run: Run, request: ReadRequest): ReadResult | undefined {
  return client.getQueryData<ReadResult>(readKey(run, request));
}

/** How a read ended; `undefined` before its end. */
export function endOf(client: QueryClient, run: Run, request: ReadRequest): CoverageEntry | undefined {
  const entry = resultOf(client, run, request)?.entry;
  return entry?.reason?.kind === 'running' ? undefined : entry;
}

/** Whether a read of single roles could add nothing. */
export function rolesAreKnown(client: QueryClient, run: Run): boolean {
  return run.allPolicies && endOf(client, run, ALL_POLICIES)?.status === 'complete';
}

/** What can be planned by what has been read. */
export function planOf(client: QueryClient, run: Run): ReadPlan {
  return planReads(planInput(client, run));
}

/** The reads of the policies of some roles, as far as they can be planned. */
export function policyReadsOf(
  client: QueryClient,
  run: Run,
  roles: Iterable<string>,
): readonly ReadRequest[] {
  return policyReads({ ...planInput(client, run), askedPolicies: [...roles] });
}

function planInput(client: QueryClient, run: Run): PlanInput {
  const regions = resultOf(client, run, { call: 'ec2:DescribeRegions' })?.parts ?? [];
  return {
    accountId: run.accountId,
    startRegion: run.session.startRegion,
    onlyRegions: run.config.regions,
    regions: regions.flatMap((part) => (part.regions ?? []).map((region) => region.RegionName)),
    endOf: (request) => endOf(client, run, request),
    askedRoles: [...run.askedRoles],
    askedProfiles: [...run.askedProfiles],
    partsOf: (request) => resultOf(client, run, request)?.parts ?? [],
    askedPolicies: [...run.askedPolicies],
    allPolicies: run.allPolicies,
  };
}

/** Stops at the pages that have come; reads that are begun afterwards are not touched. */
export function stopReading(run: Run): void {
  run.stopped = true;
  run.stops += 1;
  run.resumed.clear();
  run.controller.abort();
  run.controller = new AbortController();
}
