import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { build, preview } from 'vite';
import { ensureBrowser } from '../e2e/servers/browser.ts';
import { BROWSER_FILE, CACHE, ROOT } from '../e2e/servers/folders.ts';
import { makeInventory } from './make-inventory.ts';
import { measureBundle } from './measure-bundle.ts';
import { measurePage } from './measure-page.ts';
import { measurePipeline } from './measure-pipeline.ts';
import { DRAWERS, VIEWS } from './page/protocol.ts';
import { type PageResults, type Results, report, type SizeResults } from './report.ts';

const SIZES = [100, 1_000, 5_000, 20_000];
const OUT = `${CACHE}/bench`;
const DATA = `${OUT}/data`;

/**
 * `npm run bench`, or `npm run bench -- 100 1000` for those sizes alone. Measures the pure pipeline in Node, then draws the
 * same data with Rolewire, React Flow and Cytoscape in Chromium. Prints tables, and writes `.cache/bench.json`.
 */
async function main(): Promise<void> {
  const asked = process.argv.slice(2).map(Number).filter(Number.isInteger);
  const sizes = asked.length === 0 ? SIZES : asked;
  mkdirSync(DATA, { recursive: true });
  console.log('Building the app and the page of the benchmark …');
  const bundle = await measureBundle(ROOT, `${OUT}/app`);
  const pipelines = sizes.map((nodes) => {
    console.log(`Pipeline, ${nodes} nodes …`);
    const inventory = makeInventory(nodes);
    writeFileSync(`${DATA}/inventory-${nodes}.json`, JSON.stringify(inventory));
    return { nodes, pipeline: measurePipeline(inventory) };
  });
  const pages = await measurePages(sizes);
  const results: Results = {
    date: new Date().toISOString().slice(0, 10),
    machine: `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'CPU'}, Node ${process.versions.node}, Chromium without GPU`,
    bundle,
    sizes: pipelines.map((each): SizeResults => ({ ...each, pages: pages.get(each.nodes) ?? [] })),
  };
  writeFileSync(`${CACHE}/bench.json`, `${JSON.stringify(results, undefined, 2)}\n`);
  console.log(`\n${report(results)}`);
}

async function measurePages(sizes: readonly number[]): Promise<ReadonlyMap<number, readonly PageResults[]>> {
  const page = {
    root: `${ROOT}/bench/page`,
    configFile: false,
    publicDir: DATA,
    logLevel: 'error',
    build: { outDir: `${OUT}/page`, emptyOutDir: true, target: 'es2022', chunkSizeWarningLimit: 4_000 },
  } as const;
  await build({ ...page, plugins: [react(), tailwindcss()] });
  const server = await preview({ ...page, preview: { port: 0, open: false } });
  const url = server.resolvedUrls?.local[0];
  if (url === undefined) throw new Error('The page of the benchmark could not be served.');
  ensureBrowser();
  const executablePath = browserPath();
  const found = new Map<number, readonly PageResults[]>();
  for (const nodes of sizes) {
    const cells: PageResults[] = [];
    for (const drawer of DRAWERS) {
      for (const view of VIEWS) {
        console.log(`Page, ${nodes} nodes, ${drawer}, ${view} …`);
        const cell = { drawer, view, nodes };
        cells.push({ drawer, view, times: await measurePage(executablePath, url, cell) });
      }
    }
    found.set(nodes, cells);
  }
  await server.close();
  return found;
}

/** As `ensureBrowser` wrote it. */
function browserPath(): string {
  const file: unknown = JSON.parse(readFileSync(BROWSER_FILE, 'utf8'));
  if (typeof file === 'object' && file !== null && 'executablePath' in file)
    return String(file.executablePath);
  throw new Error(`${BROWSER_FILE} names no browser.`);
}

await main();
