import Link from "next/link";
import type { ReadersSettings } from "@/server/queries/readers-settings";

/** How many reports wait to be read, and on which articles. */
export function WaitingReports({ waiting, articles }: ReadersSettings["reports"]) {
  if (waiting === 0) return <p>No report waits to be read.</p>;
  return (
    <>
      <p className="mb-2">{waiting === 1 ? "1 report waits to be read:" : `${waiting} reports wait to be read:`}</p>
      <ul className="divide-y divide-rule border-y border-rule">
        {articles.map(({ id, title, reports }) => (
          <li key={id} className="flex items-baseline justify-between gap-4 py-2.5">
            <Link
              href={`/desk/articles/${id}`}
              className="min-w-0 font-medium [overflow-wrap:anywhere] underline-offset-4 hover:underline"
            >
              {title || "An article without a title"}
            </Link>
            <span className="shrink-0 text-ink-soft tabular-nums">
              {reports === 1 ? "1 report" : `${reports} reports`}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
