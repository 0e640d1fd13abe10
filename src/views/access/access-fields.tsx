import type { ReactElement, ReactNode } from 'react';
import type { AccessField, AccessForm, AccessProblems } from '../../access/access-form.ts';
import type { AccessRequest } from '../../access/access-request.ts';
import { ACCESS_TIERS, LAUNCH_SOURCES_DISCLOSE, TIER_WORDS } from '../../access/access-tier.ts';
import { accessWarnings } from '../../access/access-warnings.ts';
import type { Result } from '../../base/result.ts';
import { RadioCards } from '../../ui/radio-cards.tsx';
import { Switch } from '../../ui/switch.tsx';
import { CustomerFields } from './customer-fields.tsx';
import { TrustFields } from './trust-fields.tsx';

export interface AccessFieldsProps {
  readonly form: AccessForm;
  readonly request: Result<AccessRequest, AccessProblems>;
  /** Fields that a person has been in and left: their mistakes are shown. */
  readonly left: ReadonlySet<AccessField>;
  readonly onChange: (change: Partial<AccessForm>) => void;
  readonly onLeave: (field: AccessField) => void;
}

/** What to show, whom to trust, and whose account it is. */
export function AccessFields({ form, request, left, onChange, onLeave }: AccessFieldsProps): ReactElement {
  const shared = {
    form,
    problems: request.ok ? {} : shownProblems(request.error, left),
    warnings: request.ok ? accessWarnings(request.value) : [],
    onChange,
    onLeave,
  };
  return (
    <>
      <Section title="What we may see">
        <RadioCards
          label="How much the role shows"
          value={form.tier}
          onChange={(tier) => onChange({ tier })}
          options={ACCESS_TIERS.map((tier) => ({
            value: tier,
            label: TIER_WORDS[tier].name,
            description: [TIER_WORDS[tier].discloses, TIER_WORDS[tier].withholds].filter(Boolean).join(' '),
          }))}
        />
        <Switch
          checked={form.launchSources}
          onChange={(launchSources) => onChange({ launchSources })}
          description={LAUNCH_SOURCES_DISCLOSE}
        >
          With what launches instances
        </Switch>
      </Section>
      <Section title="Who may look">
        <TrustFields {...shared} />
      </Section>
      <Section title="The customer's account">
        <CustomerFields {...shared} />
      </Section>
    </>
  );
}

/** These are typed from nothing, so a mistake is one only once the person has gone on. */
const TYPED: ReadonlySet<string> = new Set<AccessField>(['principal', 'customerAccount', 'regions']);

function shownProblems(problems: AccessProblems, left: ReadonlySet<AccessField>): AccessProblems {
  const shown = Object.entries(problems).filter(([field]) => !TYPED.has(field) || hasField(left, field));
  return Object.fromEntries(shown);
}

function hasField(fields: ReadonlySet<string>, field: string): boolean {
  return fields.has(field);
}

function Section(props: { readonly title: string; readonly children: ReactNode }): ReactElement {
  return (
    <section className="flex flex-col gap-3">
      <h3 className="heading-caps">{props.title}</h3>
      {props.children}
    </section>
  );
}
