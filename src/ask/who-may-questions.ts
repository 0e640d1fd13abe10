import type { Graph, ProfileNode, RoleNode } from '../graph/graph.ts';

/** Something that somebody may do to a chain. */
export interface WhoMayQuestion {
  readonly id: string;
  /** A heading: "Pass this role to EC2". */
  readonly title: string;
  /** What it means for the chain, in a sentence. */
  readonly effect: string;
  /** One of these is enough; unless `together`, when all are needed. */
  readonly acts: readonly WhoMayAct[];
  readonly together?: boolean | undefined;
}

/** An action on a resource, with the condition keys that the act itself fills. */
export interface WhoMayAct {
  readonly action: string;
  readonly resource: string;
  readonly context: Readonly<Record<string, string>>;
}

/** Who may pass a role to EC2, and who may change what it trusts and allows. */
export function questionsOnRole(role: RoleNode): readonly WhoMayQuestion[] {
  const arn = role.arn;
  if (arn === undefined) return [];
  const on = (action: string): WhoMayAct => ({ action, resource: arn, context: {} });
  return [
    {
      id: 'pass',
      title: 'Pass this role to EC2',
      effect: 'May hand the role to an instance, by launching it or by attaching a profile.',
      acts: [passRole(arn)],
    },
    {
      id: 'trust',
      title: 'Change whom it trusts',
      effect: 'May let EC2, or anybody, assume the role, or lock EC2 out.',
      acts: [on('iam:UpdateAssumeRolePolicy')],
    },
    {
      id: 'permissions',
      title: 'Change what it may do',
      effect: 'May give the role, and so its instances, more permissions or fewer.',
      acts: [
        on('iam:AttachRolePolicy'),
        on('iam:PutRolePolicy'),
        on('iam:DetachRolePolicy'),
        on('iam:DeleteRolePolicy'),
        on('iam:PutRolePermissionsBoundary'),
      ],
    },
  ];
}

/** Who may put another role into a profile, or another profile onto instances. */
export function questionsOnProfile(graph: Graph, profile: ProfileNode): readonly WhoMayQuestion[] {
  const { arn, accountId } = profile;
  if (arn === undefined || accountId === undefined) return [];
  const partition = profile.partition ?? 'aws';
  const role = rolesIn(graph, profile)[0]?.arn;
  const instances = `arn:${partition}:ec2:*:${accountId}:instance/*`;
  const onProfile = (action: string): WhoMayAct => ({ action, resource: arn, context: {} });
  const onInstances = (action: string, context: Readonly<Record<string, string>> = {}): WhoMayAct => ({
    action,
    resource: instances,
    context,
  });
  const naming = { 'ec2:InstanceProfile': arn };
  const pass = role === undefined ? [] : [passRole(role)];
  return [
    {
      id: 'attach',
      title: 'Attach it to instances',
      effect: 'Needs iam:PassRole on its role too. May give instances this role.',
      acts: [...pass, onInstances('ec2:AssociateIamInstanceProfile', naming)],
      together: true,
    },
    {
      id: 'replace',
      title: 'Replace it on instances',
      effect: 'May take this role from instances; to give another takes iam:PassRole on that one.',
      acts: [
        onInstances('ec2:ReplaceIamInstanceProfileAssociation'),
        onInstances('ec2:DisassociateIamInstanceProfile'),
      ],
    },
    {
      id: 'launch',
      title: 'Launch instances with it',
      effect: 'Needs iam:PassRole on its role too. May run code with the permissions of the role.',
      acts: [...pass, onInstances('ec2:RunInstances', naming)],
      together: true,
    },
    {
      id: 'hold',
      title: 'Change the role in it',
      effect:
        'May take the role out of the profile, or put another in; that takes iam:PassRole on the other.',
      acts: [onProfile('iam:AddRoleToInstanceProfile'), onProfile('iam:RemoveRoleFromInstanceProfile')],
    },
    {
      id: 'remake',
      title: 'Delete it or make it again',
      effect: 'Instances keep the id of the profile that was deleted, and lose their role.',
      acts: [onProfile('iam:DeleteInstanceProfile'), onProfile('iam:CreateInstanceProfile')],
    },
  ];
}

/**
 * `iam:AssociatedResourceArn` is left open: it's the instance, which is not known.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html
 */
function passRole(role: string): WhoMayAct {
  return {
    action: 'iam:PassRole',
    resource: role,
    context: { 'iam:PassedToService': 'ec2.amazonaws.com' },
  };
}

function rolesIn(graph: Graph, profile: ProfileNode): readonly RoleNode[] {
  return (graph.outgoing.get(profile.id) ?? []).flatMap((edge) => {
    const node = edge.kind === 'holds' ? graph.nodes.get(edge.to) : undefined;
    return node?.kind === 'role' && node.ghost === undefined ? [node] : [];
  });
}
