import type { Action, ActionContext } from './action.ts';

export const exportChangesCsv: Action = {
  id: 'export-changes-csv',
  label: 'Export changes as CSV',
  group: 'Export',
  enabled: isComparing,
  run: (context) => void save(context, 'csv'),
};

export const exportChangesMarkdown: Action = {
  id: 'export-changes-markdown',
  label: 'Export changes as Markdown',
  group: 'Export',
  enabled: isComparing,
  run: (context) => void save(context, 'md'),
};

function isComparing({ workspace }: ActionContext): boolean {
  return workspace.comparison !== undefined;
}

async function save({ workspace, shell }: ActionContext, format: 'csv' | 'md'): Promise<void> {
  if (!workspace.comparison) return;
  const { changesFile } = await import('../export/changes-file.ts');
  shell.save(changesFile(workspace.comparison, format));
}
