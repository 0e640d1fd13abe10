import type { ReactElement } from 'react';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { ChevronSummary } from '../detail/chevron-summary.tsx';
import type { SignInProblems } from './form-texts.ts';
import { MfaFields } from './mfa-fields.tsx';
import { SECRET_INPUT } from './secret-input.ts';

const PLACEHOLDER = 'arn:aws:iam::111122223333:role/audit';

export interface RoleFieldProps {
  readonly problems: SignInProblems;
  /** What the fields hold at first. */
  readonly startRole?: { readonly roleArn: string; readonly externalId?: string | undefined } | undefined;
}

/** The ARN of the role to assume. */
export function RoleArnField({ problems, startRole }: RoleFieldProps): ReactElement {
  return (
    <TextField
      {...SECRET_INPUT}
      name="roleArn"
      label="Role ARN"
      mono
      className="sm:col-span-2"
      placeholder={PLACEHOLDER}
      defaultValue={startRole?.roleArn}
      error={problems.roleArn}
    />
  );
}

/** Everything about a role to assume: what most need in view, the rest behind one line. */
export function RoleFields(props: RoleFieldProps & DurationFieldProps): ReactElement {
  const { problems, startRole } = props;
  return (
    <>
      <div className="grid grid-cols-1 gap-3 sm:grid-cols-2">
        <RoleArnField problems={problems} startRole={startRole} />
        <TextField
          {...SECRET_INPUT}
          name="externalId"
          label="External ID"
          mono
          placeholder="if its trust policy asks for one"
          defaultValue={startRole?.externalId}
          error={problems.externalId}
        />
        <DurationField {...props} />
      </div>
      <details className="group text-sm" open={hasHiddenProblem(problems) || undefined}>
        <ChevronSummary>MFA, a role in between, session name</ChevronSummary>
        <div className="grid grid-cols-1 gap-3 pt-2 sm:grid-cols-2">
          <MfaFields problems={problems} />
          <TextField
            {...SECRET_INPUT}
            name="firstRoleArn"
            label="Assume this role first"
            mono
            placeholder="none"
            error={problems.firstRoleArn}
          />
          <TextField
            {...SECRET_INPUT}
            name="firstExternalId"
            label="Its external ID"
            mono
            placeholder="none"
            error={problems.firstExternalId}
          />
          <SessionNameField problems={problems} />
        </div>
      </details>
    </>
  );
}

/** What stands in CloudTrail beside each call. */
export function SessionNameField({ problems }: RoleFieldProps): ReactElement {
  return (
    <TextField
      {...SECRET_INPUT}
      name="sessionName"
      label="Session name"
      mono
      placeholder="rolewire"
      error={problems.sessionName}
    />
  );
}

export interface DurationFieldProps {
  /** Seconds; empty for what AWS takes by itself. */
  readonly duration: string;
  readonly onDuration: (duration: string) => void;
}

const DURATIONS = [
  { value: '', label: '1 hour' },
  { value: '900', label: '15 minutes' },
  { value: '7200', label: '2 hours' },
  { value: '14400', label: '4 hours' },
  { value: '28800', label: '8 hours' },
  { value: '43200', label: '12 hours' },
] as const;

type Duration = (typeof DURATIONS)[number]['value'];

/** How long the session lasts. */
export function DurationField(props: RoleFieldProps & DurationFieldProps): ReactElement {
  const { duration, onDuration, problems } = props;
  const known = DURATIONS.find(({ value }) => value === duration)?.value ?? '';
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <input type="hidden" name="duration" value={duration} />
      <Select<Duration> label="Duration" tall options={DURATIONS} value={known} onChange={onDuration} />
      {problems.duration && (
        <p role="alert" className="text-sm text-danger">
          {problems.duration}
        </p>
      )}
    </div>
  );
}

export interface LimitChoiceProps {
  readonly limited: boolean;
  readonly onLimited: (limited: boolean) => void;
}

/** Whether a session policy holds the session to reads. */
export function LimitChoice({ limited, onLimited }: LimitChoiceProps): ReactElement {
  return (
    <Checkbox checked={limited} onChange={onLimited}>
      Limit the session to the reads that Rolewire makes
    </Checkbox>
  );
}

function hasHiddenProblem(problems: SignInProblems): boolean {
  return (['mfaSerial', 'mfaCode', 'firstRoleArn', 'firstExternalId', 'sessionName'] as const).some(
    (field) => problems[field] !== undefined,
  );
}
