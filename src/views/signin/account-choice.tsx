import type { ReactElement } from 'react';
import { groupedAccount } from '../../base/account-id.ts';
import type { KnownAccount } from '../../state/known-accounts.ts';
import { Checkbox } from '../../ui/checkbox.tsx';

export interface AccountChoiceProps {
  readonly accounts: readonly KnownAccount[];
  /** Role ARNs. */
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (chosen: ReadonlySet<string>) => void;
  readonly anotherRole: boolean;
  readonly onAnotherRole: (on: boolean) => void;
}

/** Which of the known accounts to open, and whether a role beside them. */
export function AccountChoice(props: AccountChoiceProps): ReactElement {
  const { accounts, chosen, onChoose } = props;
  const toggle = (roleArn: string, on: boolean): void => {
    const next = new Set(chosen);
    if (on) next.add(roleArn);
    else next.delete(roleArn);
    onChoose(next);
  };
  return (
    <fieldset>
      <legend className="mb-1 text-sm font-medium">Accounts</legend>
      <div className="scroll-quiet max-h-40 rounded-md border border-line px-2.5 py-1.5">
        {accounts.map(({ label, roleArn }) => (
          <Checkbox
            key={roleArn}
            checked={chosen.has(roleArn)}
            onChange={(on) => toggle(roleArn, on)}
            trailing={<span className="font-mono">{groupedAccount(roleArn.split(':')[4] ?? '')}</span>}
          >
            {label}
          </Checkbox>
        ))}
        <Checkbox checked={props.anotherRole} onChange={props.onAnotherRole}>
          Another role
        </Checkbox>
      </div>
    </fieldset>
  );
}
