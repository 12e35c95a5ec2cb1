import Link from "next/link";
import { When } from "@/components/ui/when";
import { FinishTask } from "./finish-task";

/** Something that a person is asked to do. */
export type ListedTask = {
  id: string;
  words: string;
  openedAt: string;
  article: { id: string; title: string } | null;
  source: { id: string; title: string } | null;
};

/** What waits for one, quietly, above everything else; nothing where nothing does. Beyond three it folds. */
export function TaskList({ tasks, now }: { tasks: ListedTask[]; now: string }) {
  if (tasks.length === 0) return null;
  const [shown, more] = [tasks.slice(0, 3), tasks.slice(3)];
  return (
    <section aria-labelledby="for-you" className="mb-9 rounded-md bg-wash px-4 py-3.5 sm:px-5">
      <h2 id="for-you" className="font-medium">
        For you <span className="text-[13px] font-semibold text-accent tabular-nums">{tasks.length}</span>
      </h2>
      <Tasks tasks={shown} now={now} />
      {more.length > 0 ? (
        <details>
          <summary className="w-fit cursor-pointer py-1 text-[13px] text-ink-soft hover:text-ink">
            {more.length} more
          </summary>
          <Tasks tasks={more} now={now} />
        </details>
      ) : null}
    </section>
  );
}

function Tasks({ tasks, now }: { tasks: ListedTask[]; now: string }) {
  return (
    <ul className="divide-y divide-rule">
      {tasks.map(({ id, words, openedAt, article, source }) => (
        <li key={id} className="flex flex-wrap items-start gap-x-6 gap-y-2 py-3">
          <div className="min-w-0 flex-1 basis-80">
            <p>{words}</p>
            <p className="mt-1 flex flex-wrap gap-x-4 gap-y-0.5 text-[13px] text-ink-soft">
              {article ? (
                <Link href={`/desk/articles/${article.id}`} className="underline underline-offset-4 hover:text-ink">
                  {article.title || "Untitled"}
                </Link>
              ) : null}
              {source ? (
                <Link href={`/desk/sources/${source.id}`} className="underline underline-offset-4 hover:text-ink">
                  The source
                </Link>
              ) : null}
              <When at={openedAt} now={now} />
            </p>
          </div>
          <FinishTask taskId={id} words={words} />
        </li>
      ))}
    </ul>
  );
}
