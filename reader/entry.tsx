import { articlePath } from "@/domain/publishing/address";
import { dayOf } from "@/domain/publishing/dates";
import type { PublicEntry } from "@/domain/publishing/edition";
import { ByAuthors } from "./by-authors";

/** How much is shown of an article on a list: the lead, one with its standfirst, one by its title. */
export type EntryKind = "lead" | "full" | "short";

/** An article on a list, in its own language where that is another than the list's. */
export function Entry(props: { entry: PublicEntry; kind: EntryKind; lang: string; level?: 2 | 3 }) {
  const { entry, kind, lang, level = 2 } = props;
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <article className={kind} lang={entry.language === lang ? undefined : entry.language}>
      <Heading>
        <a href={articlePath(entry.slug)}>{entry.title}</a>
      </Heading>
      {kind !== "short" && entry.standfirst && <p className="stand">{entry.standfirst}</p>}
      <p className="by">
        {kind !== "short" && entry.byline && <ByAuthors byline={entry.byline} />}
        <time dateTime={entry.publishedAt}>{dayOf(entry.publishedAt)}</time>
        {entry.number > 1 && (
          <span>
            {entry.kind === "correction" ? "corrected" : "updated"} {dayOf(entry.updatedAt)}
          </span>
        )}
        {kind !== "short" && entry.sources > 0 && (
          <span className="trust">{entry.sources === 1 ? "1 source" : `${entry.sources} sources`}</span>
        )}
      </p>
    </article>
  );
}
