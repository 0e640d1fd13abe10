import type { TextFile } from '../export/text-file.ts';

/** Hands a text to the browser as a download. Nothing leaves the page. */
export function saveTextFile(file: TextFile): void {
  saveBlob(file.name, new Blob([file.text], { type: `${file.mediaType};charset=utf-8` }));
}

/** Hands bytes to the browser as a download. */
export function saveBlob(name: string, blob: Blob): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The download has its own copy once it started; Safari needs the address a moment longer.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
