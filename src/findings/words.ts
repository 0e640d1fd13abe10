import type { GraphNode } from '../graph/graph.ts';

/** A name or id as it stands in a sentence. */
export function code(text: string): string {
  return `\`${text}\``;
}

/** A node as a support engineer would name it: `web-1` (`i-…`) when it has both a name and an id. */
export function nodeWords(node: GraphNode): string {
  if (node.kind === 'instance') {
    return node.label === node.instanceId || node.label === ''
      ? code(node.instanceId)
      : `${code(node.label)} (${code(node.instanceId)})`;
  }
  if (node.kind === 'profile' || node.kind === 'role') return code(node.name);
  return code(node.label);
}

/** `a`, `b`, `c` and 4 more. */
export function listWords(items: readonly string[], most = 4): string {
  if (items.length === 0) return 'none';
  if (items.length === 1) return items[0] ?? '';
  if (items.length <= most) return `${items.slice(0, -1).join(', ')} and ${items.at(-1) ?? ''}`;
  return `${items.slice(0, most - 1).join(', ')} and ${items.length - most + 1} more`;
}

/** As {@link listWords}, for long lists: words are made only for those that are shown. */
export function listNodes(nodes: readonly GraphNode[], most = 4): string {
  if (nodes.length <= most) return listWords(nodes.map(nodeWords), most);
  const shown = nodes.slice(0, most - 1).map(nodeWords);
  return `${shown.join(', ')} and ${nodes.length - shown.length} more`;
}

/** `1 instance`, `3 instances`. */
export function countWords(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** The account in words, for the end of a sentence; empty when no file told it. */
export function inAccount(accountId: string | undefined): string {
  return accountId === undefined ? '' : ` in account ${code(accountId)}`;
}
