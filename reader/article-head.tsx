import { editionPath } from "@/domain/publishing/address";
import { dayOf, editionName } from "@/domain/publishing/dates";
import type { EditionView } from "@/domain/publishing/edition";
import type { Setting } from "./setting";
import { inside } from "./text";

const wordsAMinute = 230;

/** Title, standfirst, and one line: who, when, which edition, how long, on how many sources. */
export function ArticleHead({ view, setting, words }: { view: EditionView; setting: Setting; words: number }) {
  const standfirst = view.parts[0]?.type.name === "front" ? view.parts[0].maybeChild(1) : null;
  const sources = setting.citations.entries.length;
  const minutes = Math.max(1, Math.round(words / wordsAMinute));
  return (
    <header className="head">
      <h1>{view.title}</h1>
      {standfirst && standfirst.content.size > 0 && <p className="stand">{inside(standfirst, setting)}</p>}
      <p className="by">
        {view.byline && <b>{view.byline}</b>}
        <time dateTime={view.publishedAt}>{dayOf(view.publishedAt)}</time>
        {view.editions.length > 1 && (
          <a href={editionPath(view.slug, view.number)}>{editionName(view.number).toLowerCase()}</a>
        )}
        <span title={`${words} words`}>{minutes} min</span>
        {sources > 0 && (
          <a className="trust" href="#sources">
            {sources === 1 ? "1 source" : `${sources} sources`}
          </a>
        )}
      </p>
    </header>
  );
}
