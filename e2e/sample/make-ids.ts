import {
  type AssociationId,
  type InstanceId,
  type InstanceProfileId,
  type RoleId,
  toAssociationId,
  toInstanceId,
  toInstanceProfileId,
  toRoleId,
} from '../../src/inventory/ids.ts';

/** Ids of the form that AWS gives, made from a word: the same word gives the same id in every run. */
export const instanceIdOf = (word: string): InstanceId => toInstanceId(`i-${signs(word, HEX, 17)}`);
export const associationIdOf = (word: string): AssociationId =>
  toAssociationId(`iip-assoc-${signs(word, HEX, 17)}`);
export const profileIdOf = (word: string): InstanceProfileId =>
  toInstanceProfileId(`AIPA${signs(`profile ${word}`, BASE32, 17)}`);
export const roleIdOf = (word: string): RoleId => toRoleId(`AROA${signs(`role ${word}`, BASE32, 17)}`);
export const templateIdOf = (word: string): string => `lt-${signs(`template ${word}`, HEX, 17)}`;
export const imageIdOf = (word: string): string => `ami-${signs(`image ${word}`, HEX, 17)}`;
export const vpcIdOf = (word: string): string => `vpc-${signs(`vpc ${word}`, HEX, 17)}`;
export const subnetIdOf = (word: string): string => `subnet-${signs(`subnet ${word}`, HEX, 17)}`;

const HEX = '0123456789abcdef';
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

function signs(word: string, alphabet: string, length: number): string {
  const next = sequence(word);
  return Array.from({ length }, () => alphabet[Math.floor(next() * alphabet.length)] ?? '').join('');
}

/** Numbers from 0 up to 1 that look random and follow from the word alone (sfc32, seeded by two FNV-1a hashes). */
export function sequence(word: string): () => number {
  let a = fnv(word, 0x811c9dc5);
  let b = fnv(word, 0x9747b28c);
  let c = word.length;
  let counter = 1;
  const next = () => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    return (sum >>> 0) / 2 ** 32;
  };
  for (let i = 0; i < 12; i += 1) next();
  return next;
}

function fnv(word: string, start: number): number {
  let hash = start;
  for (const sign of word) hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 0x01000193);
  return hash;
}
