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
 * found it helps to look: by what is `near` to the address, by search, and by what is new.
 */
export function NoticePage(props: {
  site: SiteView;
  about: keyof typeof notices;
  why?: string | null;
  near?: readonly Titled[];
  latest?: readonly PublicEntry[];
  style: string;
}) {
  const { site, about, why, near = [], latest = [], style } = props;
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
        <Titles id="near" heading="Did you mean" articles={near} />
        {about !== "withdrawn" && <SearchForm />}
        <Titles id="latest" heading="Published last" articles={latest} />
        <p>
          <a href="/">To the front page</a>, <a href="/topics">the topics</a> or <a href="/archive">the archive</a>
        </p>
      </main>
    </Document>
  );
}

type Titled = Pick<PublicEntry, "slug" | "title" | "language">;

/** Articles by title under a heading; nothing where there are none. */
function Titles({ id, heading, articles }: { id: string; heading: string; articles: readonly Titled[] }) {
  if (articles.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{heading}</h2>
      <ul className="index">
        {articles.map(({ slug, title, language }) => (
          <li key={slug}>
            <a href={articlePath(slug)} lang={language}>
              {title}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
