import Link from "next/link";

type Sentence = {
  articleId: string;
  heading: string | null;
  sentence: string;
  quote: string | null;
  locator: string | null;
};
type Edition = { articleId: string; number: number; title: string; slug: string };
type Props = { sentences: Sentence[]; editions: Edition[]; titles: ReadonlyMap<string, string> };

/** Where a source is cited: the sentences of drafts that rest on it, and the editions that readers can see. */
export function CitingSection({ sentences, editions, titles }: Props) {
  if (sentences.length === 0 && editions.length === 0) return null;
  return (
    <section aria-labelledby="cited" className="mt-10">
      <h2 id="cited" className="mb-3 font-serif text-[20px] font-semibold">
        What rests on it
      </h2>
      <ol className="grid gap-4">
        {sentences.map(({ articleId, heading, sentence, locator }, at) => (
          <li key={at} className="border-l-2 border-rule pl-4">
            <p className="font-serif text-[16px] leading-6 [overflow-wrap:anywhere]">{sentence}</p>
            <p className="mt-0.5 text-[13px] text-ink-soft">
              <Link href={`/desk/articles/${articleId}`} className="underline underline-offset-3 hover:text-ink">
                {titles.get(articleId) || "Untitled"}
              </Link>
              {` · ${heading ?? "the opening"}`}
              {locator ? ` · at ${locator}` : ""}
            </p>
          </li>
        ))}
      </ol>
      {editions.length > 0 ? (
        <p className="mt-4 text-[13.5px] text-ink-soft">
          Readers see it in{" "}
          {editions.map(({ articleId, number, title, slug }, at) => (
            <span key={articleId}>
              {at > 0 ? ", " : ""}
              <a href={`/${slug}/editions/${number}`} className="text-accent underline underline-offset-3">
                {title}, edition {number}
              </a>
            </span>
          ))}
          .
        </p>
      ) : null}
    </section>
  );
}
