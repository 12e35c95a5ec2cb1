import Link from "next/link";

export type LinkTab = { href: string; label: string; count?: number | undefined; here: boolean };

/** Views of the same thing behind links, so that each has its address; looks like the tabs of a panel. */
export function LinkTabs({ label, tabs }: { label: string; tabs: LinkTab[] }) {
  return (
    <nav aria-label={label} className="flex gap-5 overflow-x-auto sm:gap-6">
      {tabs.map((tab) => (
        <Link
          key={tab.href}
          href={tab.href}
          aria-current={tab.here ? "page" : undefined}
          className="py-2.5 font-medium whitespace-nowrap text-ink-soft hover:text-ink focus-visible:-outline-offset-2 aria-[current]:text-ink aria-[current]:shadow-[inset_0_-2px_var(--ink)]"
        >
          {tab.label}
          {tab.count ? (
            <>
              {" "}
              <sup className="text-[11px] font-semibold text-accent tabular-nums">{tab.count}</sup>
            </>
          ) : null}
        </Link>
      ))}
    </nav>
  );
}
