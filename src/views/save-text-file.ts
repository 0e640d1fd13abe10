import type { TextFile } from '../export/text-file.ts';

/** Hands a text to the browser as a download. Nothing leaves the page. */
export function saveTextFile(file: TextFile): void {
  const url = URL.createObjectURL(new Blob([file.text], { type: `${file.mediaType};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = url;
  link.download = file.name;
  link.click();
  // The download has its own copy once it started; Safari needs the address a moment longer.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
