import type { ReactElement } from 'react';
import { Segmented } from '../../ui/segmented.tsx';
import type { How } from './read-sign-in.ts';

type Group = 'keys' | 'role' | 'more';
type More = Exclude<How, 'keys' | 'role'>;

export interface HowSwitchProps {
  readonly how: How;
  readonly onChange: (how: How) => void;
}

/** The ways to sign in: the two that most take in view, the rest one step further. */
export function HowSwitch({ how, onChange }: HowSwitchProps): ReactElement {
  const group: Group = how === 'keys' || how === 'role' ? how : 'more';
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
      <Segmented
        label="How to sign in"
        options={GROUPS}
        value={group}
        onChange={(next) => onChange(next === 'more' ? 'mfa' : next)}
      />
      {how !== 'keys' && how !== 'role' && (
        <Segmented<More> label="More ways" options={MORE} value={how} onChange={onChange} />
      )}
    </div>
  );
}

const GROUPS = [
  { value: 'keys', label: 'Keys' },
  { value: 'role', label: 'Assume a role' },
  { value: 'more', label: 'More' },
] as const satisfies readonly { value: Group; label: string }[];

const MORE = [
  { value: 'mfa', label: 'MFA' },
  { value: 'web-identity', label: 'Web identity' },
  { value: 'saml', label: 'SAML' },
] as const satisfies readonly { value: More; label: string }[];
