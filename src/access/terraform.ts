import type { AccessRequest } from './access-request.ts';
import { POLICY_NAME, ROLE_DESCRIPTION, readPolicy, trustPolicy } from './customer-role.ts';
import type { PolicyStatement } from './minimal-policy.ts';

/**
 * Terraform configuration of the role, in the layout of `terraform fmt`. The provider is left to the configuration that it
 * is put into, which may name it already. https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/iam_role
 */
export function terraformConfiguration(request: AccessRequest): string {
  return [
    ...trustLines(request),
    '',
    'data "aws_iam_policy_document" "rolewire_read" {',
    ...readPolicy(request).Statement.flatMap((statement, index) => [
      ...(index === 0 ? [] : ['']),
      ...statementLines(statement),
    ]),
    '}',
    '',
    'resource "aws_iam_role" "rolewire" {',
    `  name                 = ${hclString(request.roleName)}`,
    `  description          = ${hclString(ROLE_DESCRIPTION)}`,
    `  max_session_duration = ${request.sessionSeconds}`,
    '  assume_role_policy   = data.aws_iam_policy_document.rolewire_trust.json',
    '}',
    '',
    'resource "aws_iam_role_policy" "rolewire_read" {',
    `  name   = ${hclString(POLICY_NAME)}`,
    '  role   = aws_iam_role.rolewire.id',
    '  policy = data.aws_iam_policy_document.rolewire_read.json',
    '}',
    '',
    'output "rolewire_role_arn" {',
    '  description = "Send this ARN back to whoever asked for access."',
    '  value       = aws_iam_role.rolewire.arn',
    '}',
    '',
  ].join('\n');
}

/** A text as an HCL string: JSON's escapes, and no template may begin in it. */
export function hclString(text: string): string {
  return JSON.stringify(text).replace(/[$%](?=\{)/g, '$&$&');
}

function trustLines(request: AccessRequest): readonly string[] {
  return [
    'data "aws_iam_policy_document" "rolewire_trust" {',
    ...trustPolicy(request).Statement.flatMap((statement) => [
      '  statement {',
      `    sid     = ${hclString(statement.Sid)}`,
      `    actions = [${hclString(statement.Action)}]`,
      '',
      '    principals {',
      '      type        = "AWS"',
      `      identifiers = [${hclString(statement.Principal.AWS)}]`,
      '    }',
      '',
      '    condition {',
      '      test     = "StringEquals"',
      '      variable = "sts:ExternalId"',
      `      values   = [${hclString(statement.Condition.StringEquals['sts:ExternalId'])}]`,
      '    }',
      '  }',
    ]),
    '}',
  ];
}

function statementLines({ Sid, Action, Resource }: PolicyStatement): readonly string[] {
  const resources = typeof Resource === 'string' ? [Resource] : Resource;
  return [
    '  statement {',
    `    sid = ${hclString(Sid)}`,
    '',
    '    actions = [',
    ...Action.map((action) => `      ${hclString(action)},`),
    '    ]',
    '',
    `    resources = [${resources.map(hclString).join(', ')}]`,
    '  }',
  ];
}
