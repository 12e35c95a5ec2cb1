"use client";

import Link from "next/link";
import { Button } from "@/components/ui/button";
import { Seal } from "@/components/ui/seal";

type Props = { error: Error & { digest?: string }; retry: () => void };

/** What stands where a screen of the desk failed: that nothing was lost, how to go on, and what to tell an administrator. */
export default function DeskError({ error, retry }: Props) {
  return (
    <>
      <header className="flex h-14 items-center border-b border-rule bg-sheet px-4 sm:px-6">
        <Link href="/desk" className="flex items-center gap-2.5 font-serif text-[18px] font-semibold">
          <Seal />
          Imprimatur
        </Link>
      </header>
      <main className="mx-auto max-w-xl px-4 pt-16 pb-24 sm:px-6 sm:pt-24">
        <p className="label">Something failed</p>
        <h1 className="mt-2 font-serif text-[31px] leading-tight font-semibold tracking-[-0.01em] text-balance">
          This screen could not be drawn
        </h1>
        <p className="mt-3 max-w-prose text-[15px] text-ink-soft">
          What was saved is saved; nothing of your work hangs on this screen. Most often the database did not answer in
          time, and a second try is enough.
        </p>
        <div className="mt-7 flex flex-wrap items-center gap-3">
          <Button emphasis="primary" onPress={() => retry()}>
            Try again
          </Button>
          <Link href="/desk" className="px-2 py-2 font-medium text-accent underline underline-offset-4">
            Back to the articles
          </Link>
        </div>
        {error.digest ? (
          <p className="mt-10 border-t border-rule pt-4 text-[13px] text-ink-faint">
            If it stays like this, tell your administrator this number, which the server’s log has too:{" "}
            <code className="font-mono text-ink-soft">{error.digest}</code>
          </p>
        ) : null}
      </main>
    </>
  );
}
