import type { CoverageEntry } from '../inventory/coverage.ts';
import type { AccountId } from '../inventory/ids.ts';
import type { InventoryPart } from '../inventory/inventory.ts';
import { codeOf, type Failure } from '../session/explain-failure.ts';
import type { ReadRequest } from './live-calls.ts';
import { type FetchPage, type Page, toIso } from './page.ts';

/** What a read needs besides its pages. */
export interface ReadContext {
  readonly accountId: AccountId;
  readonly now: () => Date;
  readonly signal: AbortSignal;
  /** Runs a request when it is its turn, so that not all go out at once. */
  readonly inTurn: <Value>(send: () => Promise<Value>) => Promise<Value>;
  readonly explain: (error: unknown) => Promise<Failure>;
}

/**
 * Reads a call to its end and gives each page as it comes, with how far the read has got. Never throws for what AWS or the
 * network does: the coverage entry of the last part says how it ended, and all that came before stays good.
 */
export async function* readPages(
  request: ReadRequest,
  fetchPage: FetchPage,
  context: ReadContext,
): AsyncGenerator<InventoryPart, void, undefined> {
  const progress = new Progress(request, context);
  let token: string | undefined;
  const seen = new Set<string>();
  while (true) {
    let page: Page;
    try {
      page = await context.inTurn(() => {
        context.signal.throwIfAborted();
        progress.requests += 1;
        return fetchPage(token, context.signal);
      });
    } catch (error) {
      yield await progress.failed(error);
      return;
    }
    progress.records += page.records;
    progress.pages += 1;
    const { next } = page;
    if (next.kind === 'end') {
      yield progress.part(page.part, { status: 'complete' });
      return;
    }
    // A server that gives the same token again would be asked for ever.
    if (next.kind === 'lost' || seen.has(next.token)) {
      const how =
        next.kind === 'lost'
          ? 'AWS said that there is more, but gave no marker to go on from'
          : 'AWS gave the same page token twice';
      yield progress.part(page.part, { status: 'partial', reason: { kind: 'truncated', how } });
      return;
    }
    yield progress.part(page.part, { status: 'partial', reason: { kind: 'running' } });
    seen.add(next.token);
    token = next.token;
  }
}

class Progress {
  requests = 0;
  records = 0;
  pages = 0;
  readonly #request: ReadRequest;
  readonly #context: ReadContext;

  constructor(request: ReadRequest, context: ReadContext) {
    this.#request = request;
    this.#context = context;
  }

  part(part: InventoryPart, end: Pick<CoverageEntry, 'status' | 'reason' | 'message'>): InventoryPart {
    const readAt = toIso(this.#context.now());
    const { call, region, resource, detail } = this.#request;
    const entry: CoverageEntry = {
      call,
      accountId: this.#context.accountId,
      ...(region === undefined ? {} : { region }),
      ...(resource === undefined ? {} : { resource }),
      ...(detail === undefined ? {} : { detail }),
      ...end,
      requests: this.requests,
      records: this.records,
      readAt,
    };
    return { ...part, readAt, coverage: [entry] };
  }

  async failed(error: unknown): Promise<InventoryPart> {
    // That one thing does not exist is what was asked for, and a complete answer.
    if (this.#request.resource !== undefined && NOT_THERE.has(codeOf(error))) {
      return this.part({}, { status: 'complete' });
    }
    const failure = await this.#context.explain(error);
    return this.part({}, this.pages === 0 ? failure : { ...failure, status: 'partial' });
  }
}

const NOT_THERE: ReadonlySet<string> = new Set(['NoSuchEntity', 'NoSuchEntityException']);
