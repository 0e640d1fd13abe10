/** Shapes by which ids, addresses and account numbers are known wherever they stand. */

const UNIQUE_ID = 'A(?:BIA|CCA|GPA|IDA|IPA|KIA|NPA|NVA|PKA|ROA|SCA|SIA)[A-Z0-9]{12,}';
/**
 * `i-0abc…`, `iip-assoc-0abc…`: the prefixes of EC2, Systems Manager and EFS, for any word before a hash may be somebody's.
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/resource-ids.html
 */
const RESOURCE_ID =
  '(?:i|mi|vpc|subnet|ami|aki|ari|sg|sgr|eni|eni-attach|vol|snap|lt|rtb|rtbassoc|igw|eigw|nat|acl|aclassoc|eipalloc|eipassoc|' +
  'iip-assoc|pl|fs|fsap|fsmt|vpce|vpce-svc|tgw|tgw-attach|tgw-rtb|pcx|vgw|cgw|vpn|dopt|r|sir|sfr|fleet|cr|h|key|pg|pb|mw|' +
  'import-ami|export-i|import-snap|bun|lgw|ipam)-[0-9a-f]{8,32}';
const ORGANIZATION_ID = '(?:o|r|ou)-[a-z0-9]{4,32}(?:-[a-z0-9]{8,32})?';
const UUID = '[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}';
const OCTET = '(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)';
const IPV4 = `${OCTET}(?:\\.${OCTET}){3}`;
const DASHED_IPV4 = `(?:ip|ec2)-${OCTET}(?:-${OCTET}){3}`;
const IPV6 =
  '(?:[0-9a-fA-F]{1,4}:){2,7}(?::?[0-9a-fA-F]{1,4})+(?:::)?|(?:[0-9a-fA-F]{1,4}:){1,7}:|::[0-9a-fA-F]{1,4}(?::[0-9a-fA-F]{1,4})*';
const DASHED_ACCOUNT = '\\d{4}-\\d{4}-\\d{4}';

/** What a piece of a text is. */
export type PieceKind = 'variable' | 'uuid' | 'unique' | 'resource' | 'host' | 'ip' | 'account' | 'plain';

export interface Piece {
  readonly kind: PieceKind;
  readonly text: string;
}

const EDGE_BEFORE = '(?<![A-Za-z0-9])';
const EDGE_AFTER = '(?![A-Za-z0-9])';
const PIECES = new RegExp(
  [
    `(?<variable>\\$\\{[^}]*\\})`,
    `${EDGE_BEFORE}(?:(?<uuid>${UUID})|(?<unique>${UNIQUE_ID})|(?<host>${DASHED_IPV4})|(?<resource>${RESOURCE_ID})` +
      `|(?<ip>(?<!\\.)${IPV4}(?!\\.\\d)|${IPV6})|(?<account>\\d{12}|${DASHED_ACCOUNT}))${EDGE_AFTER}`,
  ].join('|'),
  'g',
);

/** A text cut into what has a shape of its own and what lies between. Nothing is left out. */
export function piecesOf(text: string): readonly Piece[] {
  // Nearly all names: nothing in them that could be any of it.
  if (!/[0-9$]|::|:[a-fA-F]/.test(text)) return [{ kind: 'plain', text }];
  const pieces: Piece[] = [];
  let end = 0;
  for (const match of text.matchAll(PIECES)) {
    if (match.index > end) pieces.push({ kind: 'plain', text: text.slice(end, match.index) });
    pieces.push({ kind: kindOf(match.groups), text: match[0] });
    end = match.index + match[0].length;
  }
  if (end < text.length || text === '') pieces.push({ kind: 'plain', text: text.slice(end) });
  return pieces;
}

const KINDS = ['variable', 'uuid', 'unique', 'resource', 'host', 'ip', 'account'] as const;

function kindOf(groups: Readonly<Record<string, string | undefined>> | undefined): PieceKind {
  return KINDS.find((kind) => groups?.[kind] !== undefined) ?? 'plain';
}

/** Whether a whole text is one id of AWS's or of an organization. */
export function isWholeId(text: string): boolean {
  return WHOLE_ID.test(text);
}

const WHOLE_ID = new RegExp(`^(?:${UUID}|${UNIQUE_ID}|${RESOURCE_ID}|${ORGANIZATION_ID})$`);
