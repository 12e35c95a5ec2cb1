import type { ReactNode } from "react";

/** A part of a place with a form of its own, or with something to see; its id is its address after the #. */
export function SettingsSection(props: { id: string; title: string; lead?: ReactNode; children: ReactNode }) {
  const { id, title, lead, children } = props;
  return (
    <section aria-labelledby={id} className="not-first:border-t not-first:border-rule not-first:pt-9">
      <h3 id={id} className="scroll-mt-20 font-serif text-[19px] font-semibold">
        {title}
      </h3>
      {lead ? <p className="mt-1 max-w-prose text-ink-soft">{lead}</p> : null}
      <div className="mt-5">{children}</div>
    </section>
  );
}
