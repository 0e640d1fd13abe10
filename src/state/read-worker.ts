import { loadAll } from './load-all.ts';
import type { ToPage } from './read-in-worker.ts';

/** The worker's side: takes files, tells how far it is, and answers once. */
addEventListener('message', (event: MessageEvent<readonly File[]>) => {
  void loadAll(event.data, (progress) => tell({ kind: 'progress', progress })).then(
    (loaded) => tell({ kind: 'done', loaded }),
    () => tell({ kind: 'failed' }),
  );
});

function tell(message: ToPage): void {
  postMessage(message);
}
