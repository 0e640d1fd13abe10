import type { Brand } from '../base/brand.ts';

/** Twelve digits on AWS; kept as it came, since customers mask them (`XXXXXXXXXXXX`) in files. */
export type AccountId = Brand<'AccountId'>;
/** `eu-west-1`. */
export type Region = Brand<'Region'>;
/** Any ARN, whole. */
export type Arn = Brand<'Arn'>;
/** `i-…`. */
export type InstanceId = Brand<'InstanceId'>;
/** `AIPA…`. Compared case-sensitively; never rejected by prefix, as AWS's own samples use others. */
export type InstanceProfileId = Brand<'InstanceProfileId'>;
/** `AROA…`. */
export type RoleId = Brand<'RoleId'>;
/** `iip-assoc-…`. */
export type AssociationId = Brand<'AssociationId'>;
/** A time as ISO 8601 in UTC. */
export type IsoTime = Brand<'IsoTime'>;

/** The one place where plain text becomes a branded id; call it in parsers only. */
export const toAccountId = (text: string): AccountId => text as AccountId;
export const toRegion = (text: string): Region => text as Region;
export const toArn = (text: string): Arn => text as Arn;
export const toInstanceId = (text: string): InstanceId => text as InstanceId;
export const toInstanceProfileId = (text: string): InstanceProfileId => text as InstanceProfileId;
export const toRoleId = (text: string): RoleId => text as RoleId;
export const toAssociationId = (text: string): AssociationId => text as AssociationId;
export const toIsoTime = (text: string): IsoTime => text as IsoTime;
