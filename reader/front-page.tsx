import { languageName, settingOf } from "@/domain/publishing/language";
import { inAscii, listPath } from "@/domain/publishing/address";
import type { PublicEntry, SiteView } from "@/domain/publishing/edition";
import { Document } from "./document";
import { Entry } from "./entry";
import { feedLinks } from "./feed-links";
import { SiteFoot } from "./site-foot";

/** A topic on the front page with its newest articles. */
export type Shelf = { name: string; slug: string; entries: readonly PublicEntry[] };
export type FrontProps = {
  site: SiteView;
  list: readonly PublicEntry[];
  shelves: readonly Shelf[];
  /** The languages that articles are in, where there is more than one. */
  languages: readonly string[];
  style: string;
};

/** The front page: the newest article leads, the latest follow, then what is new by topic. */
export function FrontPage({ site, list, shelves, languages, style }: FrontProps) {
  const [lead, ...rest] = list;
  const script = settingOf(null, list.map(({ title, standfirst }) => `${title} ${standfirst}`).join(" "));
  const lang = lead && languages.length < 2 ? lead.language : script.lang;
  const shown = new Set(list.slice(0, 1 + withStandfirst).map(({ articleId }) => articleId));
  return (
    <Document
      site={site}
      script={{ ...script, lang }}
      style={style}
      home
      head={{
        title: site.tagline ? `${site.name} · ${site.tagline}` : site.name,
        description: site.tagline,
        canonical: site.baseUrl || "/",
        graph: [
          ["og:type", "website"],
          ["og:title", site.name],
          ...(site.tagline ? [["og:description", site.tagline] as const] : []),
          ["og:url", `${site.baseUrl}/`],
        ],
        links: [
          ...feedLinks(site.name),
          ...languages.map((tag) => ({
            rel: "alternate",
            hrefLang: tag,
            href: `${site.baseUrl}${listPath("language", tag)}`,
          })),
        ],
        data: { "@context": "https://schema.org", "@type": "WebSite", name: site.name, url: `${site.baseUrl}/` },
      }}
      foot={<SiteFoot />}
    >
      <main className="front">
        <h1 className="unseen">{site.name}</h1>
        {lead ? (
          <Entry entry={lead} kind="lead" lang={lang} />
        ) : (
          <p className="none">Nothing is published yet. What is, will stand here with its sources.</p>
        )}
        {languages.length > 1 && (
          <nav className="tongues" aria-label="Languages">
            {languages.map((tag) => (
              <a key={tag} href={listPath("language", tag)} hrefLang={tag} lang={tag}>
                {languageName(tag)}
              </a>
            ))}
          </nav>
        )}
        {rest.length > 0 && (
          <section className="latest" aria-label="Latest">
            {rest.slice(0, withStandfirst).map((entry) => (
              <Entry key={entry.articleId} entry={entry} kind="full" lang={lang} />
            ))}
          </section>
        )}
        <Shelves shelves={shelves} lang={lang} shown={shown} />
        {rest.length > withStandfirst && (
          <section className="earlier" aria-label="Earlier">
            {rest.slice(withStandfirst).map((entry) => (
              <Entry key={entry.articleId} entry={entry} kind="short" lang={lang} />
            ))}
          </section>
        )}
        {rest.length > 0 && (
          <p className="all">
            <a href="/archive">All articles, by month</a>
          </p>
        )}
      </main>
    </Document>
  );
}

const withStandfirst = 6;

/** What is new by topic; what stands above already is not told twice. */
function Shelves(props: { shelves: readonly Shelf[]; lang: string; shown: ReadonlySet<string> }) {
  const shelves = props.shelves
    .map((shelf) => ({ ...shelf, entries: shelf.entries.filter(({ articleId }) => !props.shown.has(articleId)) }))
    .filter(({ entries }) => entries.length > 0);
  if (shelves.length === 0) return null;
  return (
    <div className="shelves">
      {shelves.map(({ name, slug, entries }) => (
        <section key={slug} aria-labelledby={`topic-${slug}`}>
          <h2 id={`topic-${slug}`} className="shelf">
            <a href={inAscii(listPath("topic", slug))}>{name}</a>
          </h2>
          {entries.map((entry) => (
            <Entry key={entry.articleId} entry={entry} kind="short" lang={props.lang} level={3} />
          ))}
        </section>
      ))}
    </div>
  );
}
