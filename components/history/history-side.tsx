import type { ReactNode } from "react";

type Props = {
  title: string;
  lead?: string;
  /** What is said instead where there is nothing to list. */
  none?: string | null;
  /** Stands above the others, because one is at it. */
  first?: boolean;
  /** What can be done here, beside the name. */
  action?: ReactNode;
  children: ReactNode;
};

/** One matter beside the history: its name, a word on it, and the list. */
export function HistorySide({ title, lead, none = null, first = false, action = null, children }: Props) {
  return (
    <section aria-label={title} className={first ? "order-first" : ""}>
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 className="font-serif text-[20px] font-semibold">{title}</h2>
        {action}
      </div>
      {none ? <p className="mt-1 text-ink-soft">{none}</p> : null}
      {lead && !none ? <p className="mt-0.5 text-[13px] text-ink-soft">{lead}</p> : null}
      {none ? null : <div className="mt-3">{children}</div>}
    </section>
  );
}
