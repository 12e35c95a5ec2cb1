import type { ReactNode } from "react";
import { may } from "@/domain/access/policy";
import { personOf, requireActor } from "@/server/auth/session";
import { taskCount } from "@/server/queries/tasks";
import { TopBar } from "./top-bar";

type Props = {
  title: ReactNode;
  lead?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
  narrow?: boolean;
  /** For tables with something beside them. */
  wide?: boolean;
};

/** A screen of the desk: the bar on top, a title, what can be done, and the content. */
export async function DeskPage({ title, lead, actions, children, narrow = false, wide = false }: Props) {
  const actor = await requireActor();
  const person = await personOf(actor);
  return (
    <>
      <a href="#content" className="sr-only focus:not-sr-only focus:fixed focus:z-50 focus:bg-sheet focus:p-3">
        Skip to the content
      </a>
      <TopBar person={person} isAdmin={may("people.manage", actor)} tasks={await taskCount(actor)} />
      <main
        id="content"
        className={`mx-auto px-4 pt-8 pb-24 sm:px-6 sm:pt-11 ${narrow ? "max-w-3xl" : wide ? "max-w-[88rem]" : "max-w-6xl"}`}
      >
        <header className="mb-7 flex flex-wrap items-end gap-x-6 gap-y-4">
          <div className="mr-auto min-w-0">
            <h1 className="own-way font-serif text-[31px] leading-tight font-semibold tracking-[-0.01em] text-balance">
              {title}
            </h1>
            {lead ? <p className="mt-1.5 max-w-prose text-[15px] text-ink-soft">{lead}</p> : null}
          </div>
          {actions}
        </header>
        {children}
      </main>
    </>
  );
}
