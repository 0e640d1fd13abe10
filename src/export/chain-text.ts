import type { Chain } from '../graph/chain.ts';
import type { Graph } from '../graph/graph.ts';
import { type ChainRow, chainRow, STATUS_WORDS } from './chain-rows.ts';

/** A chain as plain lines for a ticket or a chat: each link with its name, id and ARN, and whether it works. */
export function chainText(graph: Graph, chain: Chain, sentence?: string): string {
  const row = chainRow(graph, chain, () => []);
  const lines = [
    sentence,
    instanceLine(row),
    row.profileName && `Instance profile: ${named(row.profileName, row.profileId, row.profileArn)}`,
    row.roleName && `Role: ${named(row.roleName, '', row.roleArn)}`,
    `Chain: ${STATUS_WORDS[row.status]}${row.why ? ` (${row.why})` : ''}`,
    row.account && `Account: ${row.account}`,
  ];
  return `${lines.filter((line) => line).join('\n')}\n`;
}

function instanceLine(row: ChainRow): string {
  if (row.instanceId === '') return '';
  const facts = [row.state, row.type, row.zone || row.region].filter((fact) => fact !== '').join(', ');
  return `Instance: ${named(row.instanceName || row.instanceId, row.instanceName ? row.instanceId : '', '')}${facts ? `, ${facts}` : ''}`;
}

function named(name: string, id: string, arn: string): string {
  const more = [id, arn].filter((part) => part !== '').join(', ');
  return more ? `${name} (${more})` : name;
}
