"use client";

import type { ReactNode } from "react";
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from "react-aria-components";

export type TabEntry = { id: string; label: string; count?: number; panel: ReactNode };

/** Panels behind tabs; the count stands beside the name in the colour of what blocks. */
export function Tabs({
  label,
  tabs,
  selected,
  onSelect,
}: {
  label: string;
  tabs: TabEntry[];
  selected: string;
  onSelect: (id: string) => void;
}) {
  return (
    <AriaTabs
      selectedKey={selected}
      onSelectionChange={(key) => onSelect(String(key))}
      className="flex min-h-0 flex-1 flex-col"
    >
      <TabList aria-label={label} className="flex gap-5 overflow-x-auto border-b border-rule px-5 pt-3.5">
        {tabs.map((tab) => (
          <Tab
            key={tab.id}
            id={tab.id}
            className="cursor-pointer pb-3 font-medium whitespace-nowrap text-ink-soft outline-none hover:text-ink focus-visible:outline-2 focus-visible:outline-accent data-selected:text-ink data-selected:shadow-[inset_0_-2px_var(--ink)]"
          >
            {tab.label}
            {tab.count ? <sup className="ml-0.5 text-[11px] font-semibold text-blocker">{tab.count}</sup> : null}
          </Tab>
        ))}
      </TabList>
      {tabs.map((tab) => (
        <TabPanel key={tab.id} id={tab.id} className="flex min-h-0 flex-1 flex-col outline-none">
          {tab.panel}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}
