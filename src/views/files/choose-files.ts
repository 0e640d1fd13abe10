import { openFiles } from '../../state/loaded-store.ts';

/** Lets a person choose files of any name, as what they are is seen by what is in them. */
export function chooseFiles(how: 'add' | 'replace'): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.multiple = true;
  input.addEventListener('change', () => {
    const files = [...(input.files ?? [])];
    if (files.length > 0) void openFiles(files, how);
  });
  input.click();
}
