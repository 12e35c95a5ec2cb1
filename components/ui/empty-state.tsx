import type { ReactNode } from "react";

/** What stands where there is nothing yet: what it will be, and the step that brings the first one. */
export function EmptyState({ title, children, action }: { title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className="mx-auto grid max-w-md justify-items-center gap-3 px-6 py-16 text-center">
      <p className="font-serif text-[21px] leading-7 font-semibold">{title}</p>
      {children ? <p className="text-ink-soft">{children}</p> : null}
      {action}
    </div>
  );
}
