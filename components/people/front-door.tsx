import type { ReactNode } from "react";
import { Seal } from "@/components/ui/seal";

/** The quiet sheet in the middle on which one signs in or joins. */
export function FrontDoor({ title, lead, children }: { title: string; lead?: ReactNode; children: ReactNode }) {
  return (
    <main className="mx-auto grid min-h-dvh w-full max-w-[27rem] content-center gap-7 px-5 py-12">
      <p className="flex items-center gap-2.5 font-serif text-[18px] font-semibold">
        <Seal />
        Imprimatur
      </p>
      <section className="grid gap-5 rounded-xl border border-rule bg-sheet p-6 sm:p-8">
        <header className="grid gap-1.5">
          <h1 className="font-serif text-[27px] leading-tight font-semibold text-balance">{title}</h1>
          {lead ? <p className="text-ink-soft">{lead}</p> : null}
        </header>
        {children}
      </section>
    </main>
  );
}
