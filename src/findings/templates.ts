/** Terraform and CloudFormation hints: the smallest piece that shows where the fix goes. */

export interface Hints {
  readonly terraform: string;
  readonly cloudFormation: string;
}

/** A profile that holds a role. */
export function profileHints(profileName: string, roleName: string): Hints {
  const profile = JSON.stringify(profileName);
  const role = JSON.stringify(roleName);
  return {
    terraform: `resource "aws_iam_instance_profile" "this" {
  name = ${profile}
  role = ${role} # the role's name, no ARN and no path
}`,
    cloudFormation: `Type: AWS::IAM::InstanceProfile
Properties:
  InstanceProfileName: ${profile}
  Roles:
    - ${role} # or !Ref to the role; one role and no more`,
  };
}

/** A trust policy that lets EC2 assume the role. */
export function trustHints(service: string): Hints {
  return {
    terraform: [
      '# in the aws_iam_role, assume_role_policy:',
      'data "aws_iam_policy_document" "ec2_trust" {',
      '  statement {',
      '    actions = ["sts:AssumeRole"]',
      '    principals {',
      '      type        = "Service"',
      `      identifiers = [${JSON.stringify(service)}]`,
      '    }',
      '  }',
      '}',
    ].join('\n'),
    cloudFormation: [
      'AssumeRolePolicyDocument:',
      "  Version: '2012-10-17'",
      '  Statement:',
      '    - Effect: Allow',
      '      Principal:',
      `        Service: ${service}`,
      '      Action: sts:AssumeRole',
    ].join('\n'),
  };
}

/** Metadata options of an instance or launch template. */
export function metadataHints(terraformLine: string, property: string): Hints {
  return {
    terraform: ['metadata_options {', `  ${terraformLine}`, '}'].join('\n'),
    cloudFormation: [
      '# AWS::EC2::LaunchTemplate, LaunchTemplateData:',
      'MetadataOptions:',
      `  ${property}`,
    ].join('\n'),
  };
}
