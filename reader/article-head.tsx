import { articlePath, editionPath, inAscii, listPath } from "@/domain/publishing/address";
import type { Around } from "@/domain/publishing/around";
import { dayOf, editionName } from "@/domain/publishing/dates";
import type { EditionView } from "@/domain/publishing/edition";
import { languageName } from "@/domain/publishing/language";
import { ByAuthors } from "./by-authors";
import type { Setting } from "./setting";
import { inside } from "./text";

const wordsAMinute = 230;

type Props = { view: EditionView; around: Around; setting: Setting; words: number };

/** Topics, title, standfirst, and one line: who, when, which edition, how long, on how many sources, in which languages. */
export function ArticleHead({ view, around, setting, words }: Props) {
  const standfirst = view.parts[0]?.type.name === "front" ? view.parts[0].maybeChild(1) : null;
  const sources = setting.citations.entries.length;
  const minutes = Math.max(1, Math.round(words / wordsAMinute));
  return (
    <header className="head">
      {around.topics.length > 0 && (
        <p className="kicker">
          {around.topics.map(({ name, slug }) => (
            <a key={slug} href={inAscii(listPath("topic", slug))}>
              {name}
            </a>
          ))}
        </p>
      )}
      <h1>{view.title}</h1>
      {standfirst && standfirst.content.size > 0 && <p className="stand">{inside(standfirst, setting)}</p>}
      <p className="by">
        {view.byline && <ByAuthors byline={view.byline} />}
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
      <Languages alternates={around.alternates} />
    </header>
  );
}

/** The article's other languages, each called as its readers call it, and which of them it was translated from. */
function Languages({ alternates }: Pick<Around, "alternates">) {
  if (alternates.length === 0) return null;
  return (
    <p className="tongues">
      <span>Also in</span>
      {alternates.map(({ language, slug, title, isOriginal }) => (
        <span key={slug}>
          <a href={articlePath(slug)} hrefLang={language} lang={language} title={title} rel="alternate">
            {languageName(language)}
          </a>
          {isOriginal && " (the original)"}
        </span>
      ))}
    </p>
  );
}
