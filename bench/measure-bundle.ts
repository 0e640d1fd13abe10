import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';

/** Bytes that a browser loads before the first screen. */
export interface BundleSize {
  readonly scriptGzip: number;
  readonly styleGzip: number;
}

/** Builds the app as for people and adds up the files that its page names. */
export async function measureBundle(root: string, outDir: string): Promise<BundleSize> {
  await build({ root, logLevel: 'error', build: { outDir, emptyOutDir: true } });
  const page = readFileSync(`${outDir}/index.html`, 'utf8');
  const named = [...page.matchAll(/(?:src|href)="\.?\/?(assets\/[^"]+)"/g)].flatMap(([, path]) => path ?? []);
  const weigh = (extension: string) =>
    named
      .filter((path) => path.endsWith(extension))
      .reduce((sum, path) => sum + gzipSync(readFileSync(`${outDir}/${path}`), { level: 9 }).length, 0);
  return { scriptGzip: weigh('.js'), styleGzip: weigh('.css') };
}
