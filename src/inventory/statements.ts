import type { JsonValue } from '../base/json.ts';
import type { AccountId, Arn, InstanceProfileId, IsoTime, Region } from './ids.ts';
import type { RecordOrigin } from './records.ts';

/**
 * What a host, a person or a failed call says about a chain, as against what AWS lists. A statement is compared with the
 * chain that it names; it becomes a node only as the ghost of what it names and nothing lists.
 */
export type Statement =
  | CallerIdentityStatement
  | InstanceMetadataStatement
  | DecodedAuthorizationStatement
  | ErrorStatement;

interface StatementBase {
  /** Words for the reader: the CLI command or "pasted". */
  readonly label: string;
  readonly accountId?: AccountId | undefined;
  readonly region?: Region | undefined;
  /** When it was said, where the source tells. */
  readonly time?: IsoTime | undefined;
}

/** `aws sts get-caller-identity` as run on the host. `UserId` is `AROA…:session`; on EC2 the session is the instance id. */
export interface CallerIdentityStatement extends StatementBase {
  readonly kind: 'caller-identity';
  readonly UserId: string;
  readonly Account: AccountId;
  readonly Arn: Arn;
}

/** `http://169.254.169.254/latest/meta-data/iam/info`. */
export interface InstanceMetadataStatement extends StatementBase {
  readonly kind: 'instance-metadata';
  readonly Code?: string | undefined;
  readonly Message?: string | undefined;
  readonly LastUpdated?: IsoTime | undefined;
  readonly InstanceProfileArn?: Arn | undefined;
  readonly InstanceProfileId?: InstanceProfileId | undefined;
}

/** The JSON inside `aws sts decode-authorization-message`'s `DecodedMessage`. */
export interface DecodedAuthorizationStatement extends StatementBase {
  readonly kind: 'decoded-authorization';
  readonly allowed: boolean;
  readonly explicitDeny: boolean;
  readonly principalArn?: Arn | undefined;
  readonly action?: string | undefined;
  readonly resource?: string | undefined;
  readonly message: JsonValue;
}

/** The error text of a launch, associate, add-role, pass-role… call: `An error occurred (Code) when calling the Op operation: …`. */
export interface ErrorStatement extends StatementBase {
  readonly kind: 'error';
  /** `ec2 run-instances`, with its flags when they were given; empty for a bare pasted message. */
  readonly command: string;
  readonly code?: string | undefined;
  readonly operation?: string | undefined;
  readonly text: string;
  readonly origin?: RecordOrigin | undefined;
}
