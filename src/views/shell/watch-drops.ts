/** Follows files over the whole window, so that one let go beside the box does not make the browser leave the page. */
export function watchDrops(
  onFiles: (files: readonly File[], where: Element | undefined) => void,
  onDragging: (on: boolean) => void,
): () => void {
  const stop = new AbortController();
  const options = { signal: stop.signal };
  addEventListener(
    'dragover',
    (event) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      onDragging(true);
    },
    options,
  );
  addEventListener(
    'dragleave',
    (event) => {
      if (event.relatedTarget === null) onDragging(false);
    },
    options,
  );
  addEventListener(
    'drop',
    (event) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      onDragging(false);
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length > 0) onFiles(files, event.target instanceof Element ? event.target : undefined);
    },
    options,
  );
  return () => stop.abort();
}

function hasFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') === true;
}
