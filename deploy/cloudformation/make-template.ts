import { GRANTS, type Grant, policyDocument } from '../../src/access/minimal-policy.ts';
import { edgeScript } from '../relay/make-edge.ts';

/** The template with what is made put between its marks: `# made: <name>` … `# end`. */
export function templateWith(template: string): string {
  return fill(fill(template, 'permissions', permissions()), 'relay', edgeScript());
}

/** Conditions of the template under which a grant is given; the others are always. */
const CONDITIONS: Readonly<Partial<Record<Grant, string>>> = {
  'role-policies': 'ReadsPolicies',
  'all-policies': 'ReadsPolicies',
  simulation: 'Simulates',
};

function permissions(): string {
  return GRANTS.map((grant) => {
    const condition = CONDITIONS[grant];
    const lines = statementLines(grant);
    if (condition === undefined) return listItem(lines);
    return listItem(
      ['!If', `- ${condition}`, listItem(lines), '- !Ref "AWS::NoValue"'].join('\n').split('\n'),
    );
  }).join('\n');
}

function statementLines(grant: Grant): readonly string[] {
  const [statement] = policyDocument([grant], PARTITION).Statement;
  if (statement === undefined) throw new Error(`The grant ${grant} has no statement.`);
  const resources = typeof statement.Resource === 'string' ? [statement.Resource] : statement.Resource;
  return [
    `Sid: ${statement.Sid}`,
    `Effect: ${statement.Effect}`,
    'Action:',
    ...statement.Action.map((action) => `  - ${action}`),
    'Resource:',
    ...resources.map((resource) => `  - ${resource === '*' ? '"*"' : `!Sub "${resource}"`}`),
  ];
}

const PARTITION = `\${AWS::Partition}`;

function listItem(lines: readonly string[]): string {
  return lines.map((line, index) => (index === 0 ? '- ' : '  ') + line).join('\n');
}

/** Puts a text between two marks, as deep as they stand. */
function fill(template: string, name: string, text: string): string {
  const marks = new RegExp(`^( *)(#|//) made: ${name}\\n(?:[^]*?\\n)?\\1\\2 end$`, 'm');
  if (!marks.test(template)) throw new Error(`The template has no marks for ${name}.`);
  return template.replace(marks, (_all, indent: string, mark: string) => {
    const lines = text
      .trimEnd()
      .split('\n')
      .map((line) => (line === '' ? '' : indent + line));
    return [`${indent}${mark} made: ${name}`, ...lines, `${indent}${mark} end`].join('\n');
  });
}
