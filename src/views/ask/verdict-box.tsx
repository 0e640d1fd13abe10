import type { ReactElement, ReactNode } from 'react';
import type { AccessAnswer } from '../../policy/access-verdict.ts';
import { classNames } from '../../ui/class-names.ts';
import { Icon, type IconName } from '../../ui/icon.tsx';

export interface VerdictBoxProps {
  readonly answer: AccessAnswer;
  /** Who says so: "By the policies that were read". */
  readonly by: string;
  readonly sentence: string;
  readonly children?: ReactNode;
}

/** The whole answer in one sentence. */
export function VerdictBox({ answer, by, sentence, children }: VerdictBoxProps): ReactElement {
  const look = LOOKS[answer];
  return (
    <div className={classNames('flex items-start gap-3 rounded-lg px-4 py-3', look.box)}>
      <Icon name={look.icon} size={20} className={classNames('mt-0.5', look.mark)} />
      <div className="flex min-w-0 flex-1 flex-col gap-0.5">
        <p className="text-xs font-medium text-muted">{by}</p>
        <p className="text-base font-semibold break-words">{sentence}</p>
        {children}
      </div>
    </div>
  );
}

const LOOKS: Record<AccessAnswer, { box: string; mark: string; icon: IconName }> = {
  allowed: { box: 'bg-ok-tint', mark: 'text-ok', icon: 'check' },
  'explicitly-denied': { box: 'bg-danger-tint', mark: 'text-danger', icon: 'critical' },
  'implicitly-denied': { box: 'bg-danger-tint', mark: 'text-danger', icon: 'critical' },
  'cannot-tell': { box: 'bg-doubt-tint', mark: 'text-doubt', icon: 'unknown' },
};
