/** An address or a range in CIDR form, as one number. */
interface IpRange {
  readonly bits: 32 | 128;
  readonly value: bigint;
  readonly prefix: number;
}

/**
 * Whether an address lies in a range such as `203.0.113.0/24` or `2001:db8::/32`; a range without prefix is one address.
 * Addresses of the other family never do. `undefined` when either text can't be read.
 */
export function isInRange(address: string, range: string): boolean | undefined {
  const one = readRange(address);
  const many = readRange(range);
  if (one === undefined || many === undefined || one.prefix !== one.bits) return undefined;
  if (one.bits !== many.bits) return false;
  const shift = BigInt(many.bits - many.prefix);
  return one.value >> shift === many.value >> shift;
}

function readRange(text: string): IpRange | undefined {
  const [address = '', prefixText, ...rest] = text.trim().split('/');
  const bits = address.includes(':') ? 128 : 32;
  const value = bits === 128 ? readIpv6(address) : readIpv4(address);
  if (value === undefined || rest.length > 0) return undefined;
  if (prefixText === undefined) return { bits, value, prefix: bits };
  const prefix = /^\d{1,3}$/.test(prefixText) ? Number(prefixText) : Number.NaN;
  return prefix <= bits ? { bits, value, prefix } : undefined;
}

function readIpv4(text: string): bigint | undefined {
  const parts = text.split('.');
  if (parts.length !== 4 || !parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) < 256))
    return undefined;
  return parts.reduce((value, part) => (value << 8n) | BigInt(part), 0n);
}

/** All forms of RFC 4291: `::` once, and an IPv4 tail. */
function readIpv6(text: string): bigint | undefined {
  const tail = /^(.*:)(\d+\.\d+\.\d+\.\d+)$/.exec(text);
  const tailValue = tail?.[2] === undefined ? undefined : readIpv4(tail[2]);
  if (tail !== null && tailValue === undefined) return undefined;
  const whole =
    tailValue === undefined
      ? text
      : `${tail?.[1] ?? ''}${(tailValue >> 16n).toString(16)}:${(tailValue & 0xffffn).toString(16)}`;
  const halves = whole.split('::');
  if (halves.length > 2) return undefined;
  const [left = [], right = []] = halves.map((half) => (half === '' ? [] : half.split(':')));
  const missing = 8 - left.length - right.length;
  if (halves.length === 2 ? missing < 1 : missing !== 0) return undefined;
  const groups = [...left, ...Array<string>(missing).fill('0'), ...right];
  if (!groups.every((group) => /^[0-9a-f]{1,4}$/i.test(group))) return undefined;
  return groups.reduce((value, group) => (value << 16n) | BigInt(`0x${group}`), 0n);
}
