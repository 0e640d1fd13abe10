import { type ReactElement, type ReactNode, useState } from 'react';
import { Announcer } from './announcer.tsx';
import { Button } from './button.tsx';
import { Checkbox } from './checkbox.tsx';
import { ComboBox } from './combo-box.tsx';
import { CopyButton } from './copy-button.tsx';
import { Dialog } from './dialog.tsx';
import { EmptyState } from './empty-state.tsx';
import { Icon, type IconName } from './icon.tsx';
import { IconButton } from './icon-button.tsx';
import { ICON_PATHS } from './icon-paths.ts';
import { Kbd } from './kbd.tsx';
import { KindGlyph } from './kind-glyph.tsx';
import { Logo, LogoMark } from './logo.tsx';
import { Menu } from './menu.tsx';
import { Popover } from './popover.tsx';
import { ProgressBar } from './progress-bar.tsx';
import { RadioCards } from './radio-cards.tsx';
import { Select } from './select.tsx';
import { SeverityBadge } from './severity-badge.tsx';
import { Sheet } from './sheet.tsx';
import { Skeleton } from './skeleton.tsx';
import { Switch } from './switch.tsx';
import { Tabs } from './tabs.tsx';
import { Chip, Tag } from './tag.tsx';
import { TextArea, TextField } from './text-field.tsx';
import { Tooltip } from './tooltip.tsx';
import { ViewSwitch } from './view-switch.tsx';

/** Every primitive on one page, to look at and to try; part of the development build alone. */
export function Gallery(): ReactElement {
  const [view, setView] = useState<'graph' | 'table' | 'findings'>('graph');
  const [region, setRegion] = useState('eu-west-1');
  const [role, setRole] = useState('');
  const [on, setOn] = useState(true);
  const [open, setOpen] = useState<'none' | 'dialog' | 'left' | 'right' | 'bottom'>('none');
  const close = (): void => setOpen('none');
  return (
    <main className="mx-auto flex max-w-5xl flex-col gap-8 p-8">
      <header className="flex items-center gap-4">
        <Logo />
        <h1 className="text-lg text-muted">What the screens are made of</h1>
      </header>
      <Part title="Mark">
        <LogoMark size={16} />
        <LogoMark size={20} />
        <LogoMark size={32} />
        <LogoMark size={96} />
      </Part>
      <Part title="Buttons">
        <Button kind="primary">Sign in</Button>
        <Button icon="refresh">Refresh</Button>
        <Button kind="bare" icon="download">
          Export
        </Button>
        <Button kind="danger">Clear</Button>
        <Button disabled>Disabled</Button>
        <Button size="small">Small</Button>
        <Button size="large" kind="primary">
          Large
        </Button>
        <IconButton icon="fit" label="Fit to screen" hint="F" />
        <IconButton icon="plus" label="Zoom in" kind="quiet" />
        <CopyButton text="s3access" what="role name" />
        <CopyButton text="s3access" what="role name" label="Copy name" />
      </Part>
      <Part title="Overlays">
        <Menu
          label="Export"
          trigger={<Button icon="download">Export</Button>}
          groups={[
            {
              heading: 'This view',
              entries: [
                { id: 'csv', label: 'CSV', icon: 'table', keys: 'e', onSelect: () => {} },
                { id: 'svg', label: 'SVG picture', icon: 'graph', onSelect: () => {}, disabled: true },
              ],
            },
            { entries: [{ id: 'json', label: 'Snapshot', icon: 'file', checked: true, onSelect: () => {} }] },
          ]}
        />
        <Popover label="Coverage" trigger={<Button icon="coverage">Popover</Button>}>
          <p className="max-w-60">31 of 33 reads are complete. Two regions were denied.</p>
        </Popover>
        <Tooltip text="arn:aws:iam::111122223333:instance-profile/s3access-profile">
          <Button>Tooltip</Button>
        </Tooltip>
        <Button onClick={() => setOpen('dialog')}>Dialog</Button>
        <Button onClick={() => setOpen('left')}>Left sheet</Button>
        <Button onClick={() => setOpen('right')}>Right sheet</Button>
        <Button onClick={() => setOpen('bottom')}>Bottom sheet</Button>
      </Part>
      <Part title="Fields">
        <TextField label="Access key ID" placeholder="ASIA…" mono className="w-64" />
        <TextField
          label="Secret access key"
          type="password"
          error="A secret access key has 40 characters; this one has 12."
          className="w-64"
        />
        <TextArea label="Paste" description="Export lines, JSON or a credentials block." className="w-64" />
        <ComboBox
          label="Role"
          placeholder="Type a name"
          text={role}
          onText={setRole}
          items={['app', 'billing', 'web-server']
            .filter((name) => name.includes(role))
            .map((name) => ({ id: name, label: name, detail: 'role · 111122223333' }))}
          onChoose={({ label }) => setRole(label)}
        />
        <Select
          label="Region"
          value={region}
          onChange={setRegion}
          options={['eu-west-1', 'us-east-1', 'ap-south-1'].map((value) => ({ value, label: value }))}
        />
        <div className="flex w-48 flex-col">
          <Checkbox checked={on} onChange={setOn} trailing={11}>
            Names differ
          </Checkbox>
          <Checkbox checked={!on} onChange={(next) => setOn(!next)} trailing={38}>
            Unused
          </Checkbox>
          <Switch checked={on} onChange={setOn} description="Reads every policy of the account.">
            All policies
          </Switch>
        </div>
        <div className="w-64">
          <RadioCards
            label="Region"
            value={region}
            onChange={setRegion}
            options={[
              { value: 'eu-west-1', label: 'eu-west-1', description: 'Ireland, open since 2007.' },
              { value: 'us-east-1', label: 'us-east-1', description: 'Where IAM lives.' },
            ]}
          />
        </div>
      </Part>
      <Part title="Marks and words">
        <SeverityBadge severity="critical" />
        <SeverityBadge severity="warning" />
        <SeverityBadge severity="info" />
        <SeverityBadge severity="unknown" />
        <SeverityBadge severity="critical" count={3} />
        <SeverityBadge severity="warning" count={12} />
        <SeverityBadge severity="critical" iconOnly />
        <Tag>stopped</Tag>
        <Tag tone="info">names differ</Tag>
        <Tag tone="danger">broken</Tag>
        <Tag tone="doubt">denied</Tag>
        <Tag tone="ok">works</Tag>
        <Tag tone="accent">selected</Tag>
        <Tag tone="sample">SAMPLE</Tag>
        <Chip name="region eu-west-1" onRemove={() => {}}>
          eu-west-1
        </Chip>
        <Kbd keys="mod+k" />
        <Kbd keys="?" />
      </Part>
      <Part title="Kinds">
        {(['card', 'capsule', 'cut-card', 'page'] as const).map((shape) => (
          <span key={shape} className="flex items-center gap-2">
            <KindGlyph shape={shape} />
            <KindGlyph shape={shape} ghost className="text-danger" />
            {shape}
          </span>
        ))}
      </Part>
      <Part title="Icons">
        {ICON_NAMES.map((name) => (
          <span key={name} className="flex w-28 items-center gap-2 text-sm text-muted">
            <Icon name={name} className="text-text" />
            {name}
          </span>
        ))}
      </Part>
      <Part title="Views">
        <ViewSwitch
          label="View"
          value={view}
          onChange={setView}
          className="h-11"
          options={[
            { value: 'graph', label: 'Graph', icon: 'graph' },
            { value: 'table', label: 'Table', icon: 'table' },
            {
              value: 'findings',
              label: 'Findings',
              icon: 'findings',
              badge: <SeverityBadge severity="critical" count={3} />,
            },
          ]}
        />
      </Part>
      <Part title="Tabs">
        <Tabs
          label="Form"
          className="w-80"
          tabs={[
            { id: 'yaml', label: 'CloudFormation', content: 'A template.' },
            { id: 'tf', label: 'Terraform', content: 'A configuration.' },
          ]}
        />
      </Part>
      <Part title="Waiting and empty">
        <div className="flex w-56 flex-col gap-2">
          <Skeleton className="h-11" />
          <Skeleton className="h-11 w-40" />
          <ProgressBar label="eu-west-1" value={0.6} />
          <ProgressBar label="us-east-1" />
        </div>
        <EmptyState title="No chain matches" actions={<Button>Clear filters</Button>}>
          Looked at 61 instances, 25 profiles and 31 roles.
        </EmptyState>
      </Part>
      <Dialog
        title="Clear the picture?"
        open={open === 'dialog'}
        onClose={close}
        footer={
          <>
            <Button onClick={close}>Keep</Button>
            <Button kind="danger" onClick={close}>
              Clear
            </Button>
          </>
        }
      >
        The inventory leaves this browser. Signing in again reads it anew.
      </Dialog>
      {(['left', 'right', 'bottom'] as const).map((side) => (
        <Sheet key={side} title={`From the ${side}`} side={side} open={open === side} onClose={close}>
          <p className="p-4">What a panel holds on a narrow screen.</p>
        </Sheet>
      ))}
      <Announcer />
    </main>
  );
}

const ICON_NAMES = Object.keys(ICON_PATHS).filter((name): name is IconName =>
  Object.hasOwn(ICON_PATHS, name),
);

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactElement {
  return (
    <section className="flex flex-col gap-3">
      <h2 className="heading-caps border-b border-line pb-1">{title}</h2>
      <div className="flex flex-wrap items-start gap-4">{children}</div>
    </section>
  );
}
