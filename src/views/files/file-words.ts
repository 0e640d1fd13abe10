import type { FileReport } from '../../files/file-report.ts';

const NUMBER = new Intl.NumberFormat('en');

/** `12 instances, 3 roles` */
export function gaveWords({ gave }: Pick<FileReport, 'gave'>): string {
  return gave.map(({ what, count }) => `${NUMBER.format(count)} ${what}`).join(', ');
}

/** `0.4 MB`; nothing smaller than a tenth, as nobody waits for it. */
export function megabytes(bytes: number): string {
  return `${(Math.max(bytes, 100_000) / 1_000_000).toFixed(1)} MB`;
}

/** How much of some files could be used, in a sentence. */
export function usedWords(reports: readonly FileReport[]): string {
  const bad = reports.filter((report) => report.error !== undefined).length;
  const all = reports.length;
  const files = all === 1 ? 'The file was' : `All ${all} files were`;
  if (bad === 0) return `${files} read.`;
  if (bad === all)
    return all === 1 ? 'The file could not be used.' : `None of the ${all} files could be used.`;
  return `${all - bad} of ${all} files ${all - bad === 1 ? 'was' : 'were'} read; ${bad === 1 ? 'one' : bad} could not be used.`;
}
