/** Follows what is pasted anywhere but into a field or a dialog: files from a folder, or text from a terminal. */
export function watchPastes(
  onFiles: (files: readonly File[]) => void,
  onText: (text: string) => void,
): () => void {
  const stop = new AbortController();
  addEventListener(
    'paste',
    (event) => {
      if (event.target instanceof Element && event.target.closest(FIELDS)) return;
      const files = [...(event.clipboardData?.files ?? [])];
      const text = event.clipboardData?.getData('text') ?? '';
      if (files.length > 0) onFiles(files);
      else if (text.trim() !== '') onText(text);
      else return;
      event.preventDefault();
    },
    { signal: stop.signal },
  );
  return () => stop.abort();
}

const FIELDS = 'input, textarea, select, [contenteditable], [role="dialog"], [role="alertdialog"]';
