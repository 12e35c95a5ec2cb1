import Link from "next/link";
import { Button } from "@/components/ui/button";
import type { KnownWork } from "@/domain/source/candidates";

type Props = {
  works: readonly KnownWork[];
  /** Takes the library's source where one is wanted; without it the way to the source is shown. */
  onUse?: ((work: KnownWork) => void) | undefined;
};

/** The library's own sources that are this work: better than a new record of it. */
export function KnownWorks({ works, onUse }: Props) {
  if (works.length === 0) return null;
  return (
    <div role="status" className="rounded-md bg-ok-wash px-4 py-3">
      <p className="font-semibold">The library has this work already.</p>
      <ul className="mt-1.5 grid grid-cols-1 gap-2">
        {works.map((work) => (
          <li key={work.sourceId} className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
            <span className="min-w-0 flex-1 basis-48">
              <Link
                href={`/desk/sources/${work.sourceId}`}
                className="font-serif text-[15px] [overflow-wrap:anywhere] font-semibold underline decoration-rule-strong underline-offset-3"
              >
                {work.title}
              </Link>
              <span className="block truncate text-[12.5px] text-ink-soft">{work.detail}</span>
            </span>
            {onUse ? (
              <Button small emphasis="primary" onPress={() => onUse(work)}>
                Use this one
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </div>
  );
}
