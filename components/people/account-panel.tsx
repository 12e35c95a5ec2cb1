import type { ReactNode } from "react";

/** One matter of an account: what it is on the left, what can be done on the right. */
export function AccountPanel({ title, lead, children }: { title: string; lead: string; children: ReactNode }) {
  return (
    <section className="grid gap-x-10 gap-y-4 border-t border-rule py-8 md:grid-cols-[15rem_1fr]">
      <header>
        <h2 className="font-serif text-[19px] font-semibold">{title}</h2>
        <p className="mt-1 text-ink-soft">{lead}</p>
      </header>
      <div className="max-w-md">{children}</div>
    </section>
  );
}
