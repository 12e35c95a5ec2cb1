import { articlePath } from "@/domain/publishing/address";
import type { PublicEntry, SiteView } from "@/domain/publishing/edition";
import { Document } from "./document";
import { SearchForm } from "./search-form";

const notices = {
  missing: {
    status: 404,
    title: "There is no page at this address",
    text: "It may have been mistyped. Nothing that was published here is ever taken away without saying so.",
  },
  withdrawn: {
    status: 410,
    title: "This page was withdrawn",
    text: "It was published here once and had to be removed for legal reasons. It will not come back.",
  },
  topic: {
    status: 410,
    title: "This topic is no longer kept",
    text: "Articles were filed under it once. They stand where they stood; look for them by other topics, by month or by what they say.",
  },
} as const;

/**
 * The page that answers where there is none, or no longer one; `why` is the reason of a withdrawal. Where nothing was
 * found it helps to look: by search, and by what is new.
 */
export function NoticePage(props: {
  site: SiteView;
  about: keyof typeof notices;
  why?: string | null;
  latest?: readonly PublicEntry[];
  style: string;
}) {
  const { site, about, why, latest = [], style } = props;
  const { status, title, text } = notices[about];
  return (
    <Document
      site={site}
      script={{ lang: "en", dir: "ltr" }}
      style={style}
      head={{ title: `${title} · ${site.name}`, unlisted: true }}
    >
      <main className="notice">
        <p className="code">{status}</p>
        <h1>{title}</h1>
        <p>{text}</p>
        {why && <p>The reason that was given: {why}</p>}
        {about !== "withdrawn" && <SearchForm />}
        {latest.length > 0 && (
          <section aria-labelledby="latest">
            <h2 id="latest">Published last</h2>
            <ul className="index">
              {latest.map(({ articleId, slug, title: called, language }) => (
                <li key={articleId}>
                  <a href={articlePath(slug)} lang={language}>
                    {called}
                  </a>
                </li>
              ))}
            </ul>
          </section>
        )}
        <p>
          <a href="/">To the front page</a>, <a href="/topics">the topics</a> or <a href="/archive">the archive</a>
        </p>
      </main>
    </Document>
  );
}
