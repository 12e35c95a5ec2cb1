import Link from "next/link";

/** What the library is where it has no source that was asked for. */
export function NothingFound({ clearHref }: { clearHref: string }) {
  return (
    <p className="border-y border-rule py-14 text-center text-ink-soft">
      No source is like that.{" "}
      <Link href={clearHref} className="font-medium text-accent underline underline-offset-4">
        Show all
      </Link>
    </p>
  );
}
