import Link from "next/link";
import { Button } from "@/components/ui/button";
import type { Done } from "./duplicate-view";

type Props = { done: Done; pending: boolean; onUndo: () => void };

/** What was done with the last pair, and the way back. */
export function DoneStrip({ done, pending, onUndo }: Props) {
  return (
    <div
      role="status"
      className="sticky bottom-4 z-10 mt-6 flex flex-wrap items-center gap-x-4 gap-y-2 rounded-xl border border-rule-strong bg-sheet py-3 pr-3 pl-5 lifted"
    >
      <p className="mr-auto min-w-0">
        {done.what === "merged" ? (
          <>
            Merged into{" "}
            <Link href={`/desk/sources/${done.kept.id}`} className="font-semibold underline underline-offset-4">
              {done.kept.record.title}
            </Link>
            .
          </>
        ) : (
          "They are two works; they are not listed again."
        )}
      </p>
      <Button small onPress={onUndo} isDisabled={pending}>
        {pending ? "One moment…" : "Undo"}
      </Button>
    </div>
  );
}
