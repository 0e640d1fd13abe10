import type { Finding } from '../findings/finding.ts';
import { inlineOf, type TextBlock } from './text-block.ts';

/** One finding with its proof, its fix, and what could not be checked, under a heading of the third level. */
export function findingBlocks(finding: Finding): readonly TextBlock[] {
  const { title, answer, evidence, fix, delay, notChecked, rule, docs } = finding;
  const blocks: TextBlock[] = [
    { kind: 'heading', level: 3, text: title },
    { kind: 'sentence', parts: inlineOf(answer) },
  ];
  if (evidence.length > 0) blocks.push({ kind: 'evidence', rows: evidence });
  blocks.push({ kind: 'sentence', lead: 'Fix', parts: inlineOf(fix.sentence) });
  if (fix.command) blocks.push({ kind: 'code', language: 'sh', text: fix.command });
  if (fix.terraform) blocks.push({ kind: 'code', lead: 'Terraform', language: 'hcl', text: fix.terraform });
  if (fix.cloudFormation) {
    blocks.push({ kind: 'code', lead: 'CloudFormation', language: 'yaml', text: fix.cloudFormation });
  }
  if (delay) blocks.push({ kind: 'sentence', lead: 'Delay', parts: inlineOf(delay) });
  if (notChecked.length > 0) {
    blocks.push({
      kind: 'list',
      lead: 'Not checked',
      items: notChecked.map(({ call, why }) => ({
        parts: [{ code: call }, { text: ': ' }, ...inlineOf(why)],
      })),
    });
  }
  return [...blocks, { kind: 'rule', rule, docs }];
}
