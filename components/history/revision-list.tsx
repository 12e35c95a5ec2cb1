import Link from "next/link";
import { When } from "@/components/ui/when";
import type { RevisionLine } from "./history-view";

type Props = { revisions: RevisionLine[]; articleId: string; compared: string | null; now: string };

/** The snapshots of a draft, newest first; each leads to how it differs from the draft as it stands. */
export function RevisionList({ revisions, articleId, compared, now }: Props) {
  return (
    <ol className="divide-y divide-rule border-y border-rule">
      {revisions.map((revision) => (
        <li
          key={revision.id}
          className={`relative py-3 ${revision.id === compared ? "-mx-3 rounded-md bg-accent-wash px-3" : "hover:bg-wash/60"}`}
        >
          <div className="flex items-baseline gap-3">
            <Link
              href={`/desk/articles/${articleId}/history?compare=${revision.id}`}
              aria-current={revision.id === compared ? "true" : undefined}
              className="mr-auto font-medium after:absolute after:inset-0"
            >
              {kinds[revision.kind] ?? revision.kind}
            </Link>
            <span className="text-[12.5px] text-ink-soft tabular-nums">version {revision.version}</span>
          </div>
          {revision.note ? (
            <p className="line-clamp-2 font-serif text-[15px] leading-6 text-ink-soft">{revision.note}</p>
          ) : null}
          <p className="text-[12.5px] text-ink-soft">
            {revision.by}, <When at={revision.at} now={now} />
          </p>
        </li>
      ))}
    </ol>
  );
}

const kinds: Record<string, string> = {
  imported: "As imported",
  submitted: "As submitted",
  published: "As published",
  restored: "As restored",
  checkpoint: "Kept on the way",
};
