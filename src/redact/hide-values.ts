import type { Register } from './register.ts';

/** Account numbers count up from 000000000001, which AWS gives to nobody. Masked ones keep their mask. */
export function hideAccount(register: Register, account: string): string {
  if (/^\d{12}$/.test(account)) return numbered(register, account);
  const dashed = /^(\d{4})-(\d{4})-(\d{4})$/.exec(account);
  if (dashed) {
    return numbered(register, dashed.slice(1).join('')).replace(/(\d{4})(\d{4})(\d{4})/, '$1-$2-$3');
  }
  // `XXXXXXXXXXXX`, `<account>`: whoever masked it has hidden it already, but for digits that were left.
  return account.replace(/\d+/g, (digits) =>
    register.numbered(`masked ${digits.length}`, account, padded(digits.length)),
  );
}

function numbered(register: Register, account: string): string {
  return register.numbered('account', account, padded(12));
}

/** Writes a number with so many digits. */
export function padded(length: number): (number: number) => string {
  return (number) => String(number).padStart(length, '0');
}

/** The prefix of an id says what it is the id of, and stays; the rest is a number: `i-00000000000000001`. */
export function hideId(register: Register, id: string): string {
  if (id === '') return id;
  const uuid = /^[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$/.test(id);
  if (uuid) {
    const write = (number: number) => `00000000-0000-0000-0000-${padded(12)(number)}`;
    return register.numbered('uuid', id.toLowerCase(), write);
  }
  const [, prefix = '', rest = ''] = /^(A[A-Z]{3}-?|[a-z]+(?:-[a-z]+)*-)?(.*)$/s.exec(id) ?? [];
  const length = rest.length <= 8 && prefix !== '' ? 8 : 17;
  return register.numbered(`id ${prefix} ${length}`, id, (number) => prefix + padded(length)(number));
}

/** Addresses that mean the same everywhere. */
const COMMON_ADDRESSES: ReadonlySet<string> = new Set([
  '0.0.0.0',
  '127.0.0.1',
  '255.255.255.255',
  '169.254.169.254',
  '::',
  '::1',
  'fd00:ec2::254',
]);

/**
 * Pseudonyms lie where no host can be: 240.0.0.0/4 is reserved (RFC 1112), 100::/64 discards what it is sent (RFC 6666). A
 * CIDR suffix stays.
 */
export function hideAddress(register: Register, address: string): string {
  const [bare = '', suffix] = address.split('/');
  if (COMMON_ADDRESSES.has(bare)) return address;
  const hidden = bare.includes(':')
    ? register.numbered('address 6', bare.toLowerCase(), (number) => `100::${number.toString(16)}`)
    : register.numbered('address 4', bare, ipv4);
  return suffix === undefined ? hidden : `${hidden}/${suffix}`;
}

/** `ip-10-0-0-7` and `ec2-203-0-113-7` name the host by its address. */
export function hideHost(register: Register, host: string): string {
  const [kind, ...octets] = host.split('-');
  return `${kind}-${register.numbered('address 4', octets.join('.'), ipv4).replaceAll('.', '-')}`;
}

function ipv4(number: number): string {
  return [240 + (number >> 24), (number >> 16) & 255, (number >> 8) & 255, number & 255].join('.');
}
