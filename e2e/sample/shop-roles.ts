import type { JsonValue } from '../../src/base/json.ts';
import type { RoleRecord } from '../../src/inventory/records.ts';
import type { AccountDraft } from './account-draft.ts';
import type { RolePlan } from './iam-records.ts';
import { roleIdOf } from './make-ids.ts';
import { secondsBefore } from './origin.ts';
import {
  TRUSTS_ANYONE,
  TRUSTS_EC2,
  TRUSTS_EC2_BUT_DENIES_OUTSIDERS,
  TRUSTS_EC2_ON_A_CONDITION,
  TRUSTS_EC2_WITH_EXTERNAL_ID,
  TRUSTS_ECS_HOSTS,
  TRUSTS_LAMBDA,
  TRUSTS_SSM,
  trustsPrincipals,
  trustsService,
} from './trust-policies.ts';

/** The roles of the main account that something else of the sample refers to. */
export type ShopRoles = ReturnType<typeof makeShopRoles>;

const SSM = 'AmazonSSMManagedInstanceCore';
const IN_USE: RolePlan['lastUsed'] = { at: secondsBefore(900), region: 'eu-west-1' };

/** Makes all roles of the main account: those in profiles, and those of services and people beside them. */
export function makeShopRoles(draft: AccountDraft) {
  makeOtherRoles(draft);
  const working = (name: string, plan: RolePlan = {}) =>
    draft.role(name, TRUSTS_EC2, { lastUsed: IN_USE, policies: [SSM], ...plan });
  return {
    shopWeb: working('shop-web', {
      policies: [SSM, 'CloudWatchAgentServerPolicy'],
      inline: { 'read-assets': reads('arn:aws:s3:::acme-shop-assets/*') },
      tags: { team: 'storefront' },
    }),
    shopApi: working('shop-api', { inline: { 'read-orders': reads('arn:aws:s3:::acme-orders/*') } }),
    s3access: working('s3access', { policies: ['AmazonS3ReadOnlyAccess'] }),
    databricks: working('databricks-s3-access', {
      path: '/databricks/',
      policies: [],
      inline: { lake: reads('arn:aws:s3:::acme-lake/*') },
    }),
    karpenterNode: working('KarpenterNodeRole-shop', {
      policies: [SSM, 'AmazonEKSWorkerNodePolicy', 'AmazonEC2ContainerRegistryReadOnly'],
    }),
    monitoring: working('monitoring-agent', { path: '/service/', policies: ['CloudWatchAgentServerPolicy'] }),
    sandbox: working('developer-sandbox', { policies: ['PowerUserAccess'], boundary: 'DeveloperBoundary' }),
    billing: working('billing', { created: '2025-03-01T08:00:00.000Z' }),
    search: working('search-indexer'),
    payments: working('payments-api'),
    ciRunner: draft.role('ci-runner', TRUSTS_EC2_BUT_DENIES_OUTSIDERS, {
      policies: ['AmazonEC2ContainerRegistryPowerUser'],
    }),
    metrics: working('metrics-forwarder', { policies: [] }),
    opsAdmin: working('ops-admin', { policies: ['AdministratorAccess'] }),
    beanstalk: working('aws-elasticbeanstalk-ec2-role', { policies: ['AWSElasticBeanstalkWebTier'] }),
    long: working('acme-warehouse-inventory-reconciliation-nightly-batch-role-64chr', {
      path: '/acme/warehouse/',
    }),
    ecsWorker: draft.role('ecs-worker', TRUSTS_ECS_HOSTS, {
      policies: ['service-role/AmazonEC2ContainerServiceforEC2Role'],
    }),
    partnerImport: draft.role('partner-import', TRUSTS_EC2_WITH_EXTERNAL_ID, {
      policies: ['AmazonS3FullAccess'],
    }),
    residency: draft.role('residency-check', TRUSTS_EC2_ON_A_CONDITION, { policies: [SSM] }),
    oldWorker: draft.role('old-worker', TRUSTS_EC2, {
      policies: ['AmazonSQSFullAccess'],
      created: '2023-05-04T09:00:00.000Z',
    }),
    migration: draft.role('datacentre-migration', TRUSTS_EC2, { policies: ['AmazonS3FullAccess'] }),
    githubRunner: draft.role('GithubActionRunner', TRUSTS_EC2, {
      policies: ['AmazonEC2ContainerRegistryPowerUser'],
    }),
    autoScaling: draft.role('AWSServiceRoleForAutoScaling', trustsService('autoscaling.amazonaws.com'), {
      path: '/aws-service-role/autoscaling.amazonaws.com/',
      policies: ['aws-service-role/AutoScalingServiceRolePolicy'],
      lastUsed: IN_USE,
    }),
  };
}

/** Roles in no profile: two that EC2 could use, and those of services, people and partners. */
function makeOtherRoles(draft: AccountDraft): readonly RoleRecord[] {
  const account = `arn:aws:iam::${draft.accountId}:root`;
  return [
    draft.role('old-jumpbox', TRUSTS_EC2, {
      policies: ['ReadOnlyAccess'],
      created: '2022-09-12T09:00:00.000Z',
    }),
    draft.role('data-export', TRUSTS_EC2, { policies: ['AmazonS3ReadOnlyAccess'] }),
    draft.role('lambda-thumbnailer', TRUSTS_LAMBDA, {
      policies: ['service-role/AWSLambdaBasicExecutionRole'],
    }),
    draft.role('audit-readonly', trustsPrincipals([account]), { policies: ['SecurityAudit'] }),
    draft.role('deploy-target', trustsPrincipals([roleIdOf('a deployer that was deleted')]), {
      policies: ['AmazonECS_FullAccess'],
    }),
    draft.role('partner-readonly', TRUSTS_ANYONE, { policies: ['AmazonS3ReadOnlyAccess'] }),
    draft.role('AWSSystemsManagerDefaultEC2InstanceManagementRole', TRUSTS_SSM, {
      path: '/service-role/',
      policies: ['AmazonSSMManagedEC2InstanceDefaultPolicy'],
    }),
    draft.role('AWSServiceRoleForEC2Spot', trustsService('spot.amazonaws.com'), {
      path: '/aws-service-role/spot.amazonaws.com/',
      policies: ['aws-service-role/AWSEC2SpotServiceRolePolicy'],
    }),
  ];
}

function reads(resource: string): JsonValue {
  return {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: ['s3:GetObject'], Resource: resource }],
  };
}
