import type { Workspace } from '../../state/workspace.ts';
import { SeverityBadge } from '../../ui/severity-badge.tsx';
import type { ViewOption } from '../../ui/view-switch.tsx';

/** The three views; findings carry the number of critical ones that nobody has put aside. */
export function viewOptions({
  findings,
  dismissals,
}: Workspace): readonly ViewOption<Workspace['view']['view']>[] {
  const critical = findings.filter(
    (finding) => finding.severity === 'critical' && !dismissals.all.has(finding.id),
  ).length;
  return [
    { value: 'graph', label: 'Graph', icon: 'graph' },
    { value: 'table', label: 'Table', icon: 'table' },
    {
      value: 'findings',
      label: 'Findings',
      icon: 'findings',
      badge: critical > 0 && <SeverityBadge severity="critical" count={critical} />,
    },
  ];
}
