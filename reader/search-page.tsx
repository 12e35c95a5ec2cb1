import { articlePath } from "@/domain/publishing/address";
import { dayOf } from "@/domain/publishing/dates";
import type { SiteView } from "@/domain/publishing/edition";
import { languageName } from "@/domain/publishing/language";
import type { Found, Hit } from "@/domain/publishing/found";
import { ByAuthors } from "./by-authors";
import { Document } from "./document";
import { SearchForm } from "./search-form";
import { SiteFoot } from "./site-foot";

/** What the search answers, or why it does not. */
export function SearchPage(props: { site: SiteView; found: Found; languages: readonly string[]; style: string }) {
  const { site, found, languages, style } = props;
  const { query, language } = found;
  return (
    <Document
      site={site}
      script={{ lang: "en", dir: "ltr" }}
      style={style}
      head={{
        title: `${query ? `“${query}” · ` : ""}Search · ${site.name}`,
        canonical: `${site.baseUrl}/search`,
        unlisted: true,
      }}
      foot={<SiteFoot />}
    >
      <main className="front">
        <header className="listhead">
          <h1>Search</h1>
          <SearchForm
            query={query}
            language={language ?? ""}
            languages={languages.map((tag) => [tag, languageName(tag)])}
          />
          <Told found={found} />
        </header>
        {found.kind === "hits" && (
          <ol className="hits" start={found.from + 1}>
            {found.hits.map((hit) => (
              <HitLine key={hit.slug} hit={hit} />
            ))}
          </ol>
        )}
        {found.kind === "hits" && <Turn found={found} />}
      </main>
    </Document>
  );
}

/** In words what became of the question. */
function Told({ found }: { found: Found }) {
  switch (found.kind) {
    case "nothing-asked":
      return <p className="told">Type a word or two. “Quotation marks” keep words together, a minus leaves one out.</p>;
    case "too-long":
      return <p className="told">That is more than 200 characters. Please search for fewer words.</p>;
    case "busy":
      return <p className="told">The search cannot answer just now. Please try again in a minute.</p>;
    case "none":
      return (
        <p className="told">
          Nothing that stands here says “{found.query}”. The <a href="/archive">archive</a> and the{" "}
          <a href="/topics">topics</a> list everything.
        </p>
      );
    case "hits":
      return (
        <p className="told">
          {found.meant && (
            <>
              Nothing says “{found.query}”; this is what says <b>{found.meant}</b>.{" "}
            </>
          )}
          {found.many ? `The newest ${found.total} articles that say it` : counted(found.total)}
          {found.from > 0 && `, from the ${found.from + 1}th`}
        </p>
      );
  }
}

const counted = (total: number): string => (total === 1 ? "1 article" : `${total} articles`);

function HitLine({ hit }: { hit: Hit }) {
  return (
    <li lang={hit.language}>
      <h2>
        <a href={articlePath(hit.slug)}>
          <Marked pieces={hit.title} />
        </a>
      </h2>
      <p className="excerpt">
        <Marked pieces={hit.excerpt} />
      </p>
      <p className="by">
        {hit.byline && <ByAuthors byline={hit.byline} />}
        <time dateTime={hit.publishedAt}>{dayOf(hit.publishedAt)}</time>
      </p>
    </li>
  );
}

const Marked = ({ pieces }: { pieces: Hit["title"] }) =>
  pieces.map(({ text, hit }, index) => (hit ? <mark key={index}>{text}</mark> : text));

function Turn({ found }: { found: Extract<Found, { kind: "hits" }> }) {
  const to = (page: number): string => {
    const asked = new URLSearchParams({ q: found.query });
    if (found.language) asked.set("lang", found.language);
    if (page > 1) asked.set("page", String(page));
    return `/search?${asked}`;
  };
  if (found.page === 1 && !found.more) return null;
  return (
    <nav className="turn" aria-label="Pages">
      {found.page > 1 && <a href={to(found.page - 1)}>← Before</a>}
      {found.more && <a href={to(found.page + 1)}>More →</a>}
    </nav>
  );
}
