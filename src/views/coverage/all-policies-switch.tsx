import type { ReactElement } from 'react';
import { Switch } from '../../ui/switch.tsx';

export interface AllPoliciesSwitchProps {
  readonly on: boolean;
  readonly set: (on: boolean) => void;
}

/** Off until a person turns it on: the call discloses every policy of the account to this page. */
export function AllPoliciesSwitch({ on, set }: AllPoliciesSwitchProps): ReactElement {
  return (
    <Switch
      checked={on}
      onChange={set}
      className="rounded-lg border border-line px-3 py-2"
      description={
        <>
          Calls <code>iam:GetAccountAuthorizationDetails</code>, which discloses the policies and boundaries
          of every role and user, and tags and last use of roles, to this page, all at once. It stays in this
          browser’s memory; do not turn it on while others watch your screen. CloudTrail records the call.
        </>
      }
    >
      Read all policies of the account
    </Switch>
  );
}
