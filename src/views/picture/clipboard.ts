/**
 * Puts something on the clipboard in several forms at once. The forms may still be in the making: browsers want to be asked
 * within the click, and wait. `false` where the browser does not allow it, or knows no such form.
 */
export async function copyForms(forms: Readonly<Record<string, Blob | Promise<Blob>>>): Promise<boolean> {
  try {
    await navigator.clipboard.write([new ClipboardItem(forms)]);
    return true;
  } catch {
    return false;
  }
}

/** Puts a text on the clipboard; `false` where the browser does not allow it. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
