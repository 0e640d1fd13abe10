/**
 * Signing in again beside a picture happens in a window of its own, so that this page keeps what it has read. The window comes
 * back to this app with an answer that is not its own, and hands it to the tab that asked, over a channel that only pages of
 * this origin hear.
 */
const CHANNEL = 'rolewire.sign-in';
/** How long a tab that asked may take to say so. */
const ANSWER_LIMIT_MS = 3_000;

interface Message {
  readonly kind: 'answer' | 'taken';
  /** For `answer`, the query of the address; for `taken`, its `state`. */
  readonly text: string;
}

/** Offers an answer to the other tabs. Gives whether one took it; then this window has done its part. */
export function handOver(answer: URLSearchParams): Promise<boolean> {
  const channel = new BroadcastChannel(CHANNEL);
  return new Promise<boolean>((resolve) => {
    const timer = setTimeout(() => resolve(false), ANSWER_LIMIT_MS);
    channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      if (!isMessage(data) || data.kind !== 'taken' || data.text !== answer.get('state')) return;
      clearTimeout(timer);
      resolve(true);
    });
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has none: only this origin hears it
    channel.postMessage({ kind: 'answer', text: answer.toString() } satisfies Message);
  }).finally(() => channel.close());
}

/** Takes the answers that other windows offer, if they are to what this tab asked. Gives what stops it. */
export function takeOver(
  isOurs: (answer: URLSearchParams) => boolean,
  onAnswer: (answer: URLSearchParams) => void,
): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (!isMessage(data) || data.kind !== 'answer') return;
    const answer = new URLSearchParams(data.text);
    if (!isOurs(answer)) return;
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- as above
    channel.postMessage({ kind: 'taken', text: answer.get('state') ?? '' } satisfies Message);
    onAnswer(answer);
  });
  return () => channel.close();
}

function isMessage(data: unknown): data is Message {
  return (
    typeof data === 'object' &&
    data !== null &&
    'kind' in data &&
    (data.kind === 'answer' || data.kind === 'taken') &&
    'text' in data &&
    typeof data.text === 'string'
  );
}
