import type { ReactElement, ReactNode } from 'react';
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from 'react-aria-components';
import { classNames } from './class-names.ts';

interface TabEntry {
  readonly id: string;
  readonly label: string;
  readonly content: ReactNode;
}

export interface TabsProps {
  readonly label: string;
  readonly tabs: readonly TabEntry[];
  readonly className?: string | undefined;
}

/** Several contents in one place, one at a time; arrow keys move between them. */
export function Tabs({ label, tabs, className }: TabsProps): ReactElement {
  return (
    <AriaTabs className={classNames('flex min-h-0 flex-col', className)}>
      <TabList
        aria-label={label}
        className="flex shrink-0 items-stretch gap-1 overflow-x-auto overflow-y-hidden border-b border-line"
      >
        {tabs.map((tab) => (
          <Tab
            key={tab.id}
            id={tab.id}
            className="relative flex h-8 cursor-pointer items-center rounded-t-md px-2.5 text-sm font-medium whitespace-nowrap text-muted transition-colors outline-none after:absolute after:inset-x-2 after:bottom-0 after:h-[2px] after:rounded-t-full data-focus-visible:outline-2 data-focus-visible:-outline-offset-2 data-focus-visible:outline-accent data-hovered:text-text data-selected:text-text data-selected:after:bg-accent"
          >
            {tab.label}
          </Tab>
        ))}
      </TabList>
      {tabs.map((tab) => (
        <TabPanel
          key={tab.id}
          id={tab.id}
          className="flex min-h-0 flex-1 flex-col pt-2 outline-none data-focus-visible:outline-2 data-focus-visible:outline-offset-2 data-focus-visible:outline-accent"
        >
          {tab.content}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}
