import type { ReactElement } from 'react';
import { RadioCards } from '../../ui/radio-cards.tsx';

/** How a customer lets us look: by a role that we assume, or by a file that they send. */
export type AccessWay = 'role' | 'file';

export interface WayChoiceProps {
  readonly way: AccessWay;
  readonly onChange: (way: AccessWay) => void;
}

export function WayChoice({ way, onChange }: WayChoiceProps): ReactElement {
  return (
    <section className="flex flex-col gap-3">
      <h3 className="heading-caps">How we may look</h3>
      <RadioCards label="How we may look" value={way} onChange={onChange} options={WAYS} />
    </section>
  );
}

const WAYS = [
  {
    value: 'role',
    label: 'A role that we assume',
    description: 'We read the account ourselves, as often as need be, until they take the role away.',
  },
  {
    value: 'file',
    label: 'A file instead of access',
    description: 'They run a short script, look at what it collected, and send that one file.',
  },
] as const;
