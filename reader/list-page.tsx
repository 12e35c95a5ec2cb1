import { absolute, inAscii, listPath, type OpenList } from "@/domain/publishing/address";
import type { PublicEntry, SiteView } from "@/domain/publishing/edition";
import { settingOf } from "@/domain/publishing/language";
import { isFed } from "@/domain/publishing/lists";
import { Document } from "./document";
import { Entry } from "./entry";
import { feedLinks } from "./feed-links";
import { SiteFoot } from "./site-foot";

/** A page of a list: its head, or one of its older pages by number. */
export type ListPageProps = {
  site: SiteView;
  list: { kind: OpenList; slug: string; title: string; description?: string; articles: number; pages: number };
  page: "head" | number;
  entries: readonly PublicEntry[];
  style: string;
};

/** A topic, an author, a month or a language as a page: its articles, the newest first, and the way to older ones. */
export function ListPage({ site, list, page, entries, style }: ListPageProps) {
  const { kind, slug, title, description, articles, pages } = list;
  const path = listPath(kind, slug);
  const at = inAscii(listPath(kind, slug, page));
  const number = page === "head" ? "" : `, page ${page}`;
  const feeds = isFed(kind) ? inAscii(path) : "";
  const script =
    kind === "language"
      ? { ...settingOf(null, entries.map((entry) => entry.title).join(" ")), lang: slug }
      : { lang: "en", dir: "ltr" as const };
  return (
    <Document
      site={site}
      script={script}
      style={style}
      head={{
        title: `${title}${number} · ${site.name}`,
        description: description || `${words[kind]} ${title}, with sources${number}.`,
        canonical: absolute(site.baseUrl, at),
        graph: [
          ["og:type", kind === "author" ? "profile" : "website"],
          ["og:title", title],
          ["og:url", absolute(site.baseUrl, at)],
        ],
        links: feedLinks(feeds ? `${title} · ${site.name}` : site.name, feeds),
        ...(articles === 0 && { unlisted: true }),
        ...(kind === "author" && {
          data: {
            "@context": "https://schema.org",
            "@type": "ProfilePage",
            mainEntity: { "@type": "Person", name: title },
          },
        }),
      }}
      foot={<SiteFoot at={feeds} />}
    >
      <main className="front">
        <header className="listhead">
          <p className="kicker">{above(kind)}</p>
          <h1>{title}</h1>
          {description && <p className="stand">{description}</p>}
          <p className="by">
            {articles === 1 ? "1 article" : `${articles.toLocaleString("en-GB")} articles`}
            {number && `${number}, counted from the first`}
          </p>
        </header>
        <div className="rows">
          {entries.map((entry) => (
            <Entry key={entry.articleId} entry={entry} kind="full" lang={script.lang} />
          ))}
          {entries.length === 0 && <p className="none">Nothing stands here any more.</p>}
        </div>
        <Turn kind={kind} slug={slug} page={page} pages={pages} />
      </main>
    </Document>
  );
}

const words: Record<OpenList, string> = {
  topic: "Articles about",
  author: "Articles by",
  month: "Articles of",
  language: "Articles in",
};

function above(kind: OpenList) {
  if (kind === "topic") return <a href="/topics">Topics</a>;
  if (kind === "month") return <a href="/archive">Archive</a>;
  return kind === "author" ? "Author" : "Language";
}

/** The ways to newer and older pages. Older pages are numbered from the first, so that their addresses last. */
function Turn({ kind, slug, page, pages }: { kind: OpenList; slug: string; page: "head" | number; pages: number }) {
  const older = page === "head" ? pages - 2 : page - 1;
  const newer = page === "head" ? null : page + 1 <= pages - 2 ? page + 1 : "head";
  if (older < 1 && newer === null) return null;
  return (
    <nav className="turn" aria-label="Pages">
      {newer !== null && (
        <a href={inAscii(listPath(kind, slug, newer))} rel="prev">
          ← Newer
        </a>
      )}
      {older >= 1 && (
        <a href={inAscii(listPath(kind, slug, older))} rel="next">
          Older →
        </a>
      )}
    </nav>
  );
}
