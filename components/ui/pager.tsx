import Link from "next/link";

type Props = {
  /** Where the next lines are, null where these are the last. */
  older: string | null;
  /** Back to the first lines, null where these are they. */
  newest: string | null;
  /** What the two are called here. */
  words?: { older: string; newest: string };
};

/** The way through a long list, one page after the other; nothing where it fits on one. */
export function Pager({ older, newest, words = { older: "Older", newest: "Back to the newest" } }: Props) {
  if (!older && !newest) return null;
  const look = "rounded-md px-3.5 py-2 font-medium ring-1 ring-rule-strong ring-inset bg-sheet hover:bg-wash";
  return (
    <nav aria-label="Pages" className="mt-6 flex flex-wrap gap-3">
      {older ? (
        <Link href={older} rel="next" className={look}>
          {words.older} <span aria-hidden>→</span>
        </Link>
      ) : null}
      {newest ? (
        <Link href={newest} className="rounded-md px-3.5 py-2 font-medium text-ink-soft hover:bg-wash hover:text-ink">
          {words.newest}
        </Link>
      ) : null}
    </nav>
  );
}
