import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { allowedModule } from './make-allowed.ts';

/** The relay for Lambda@Edge as one script: its three modules, each in a function of its own. */
export function edgeScript(): string {
  return [
    `const allowed = ${asExpression(allowedModule())};`,
    `const rules = ${asExpression(moduleText('rules.js'))};`,
    `exports.handler = ${asExpression(moduleText('edge.js'))}.handler;`,
    '',
  ].join('\n');
}

function moduleText(name: string): string {
  return readFileSync(fileURLToPath(new URL(name, import.meta.url)), 'utf8');
}

/** What a module exports by default. Its imports are the constants of the same names that stand before it. */
function asExpression(module: string): string {
  const body = module.replace(/^import .*\n/gm, '').replace(/^export default /m, 'return ');
  return `(function () {\n${body}})()`;
}
