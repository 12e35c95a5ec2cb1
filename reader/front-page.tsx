import { articlePath } from "@/domain/publishing/address";
import { dayOf } from "@/domain/publishing/dates";
import type { PublicEntry, SiteView } from "@/domain/publishing/edition";
import { scriptOf } from "@/domain/publishing/script";
import { Document } from "./document";

/** The front page: the newest article leads, the next few come with their standfirst, the rest by title. */
export function FrontPage({ site, list, style }: { site: SiteView; list: readonly PublicEntry[]; style: string }) {
  const [lead, ...rest] = list;
  const script = scriptOf(list.map(({ title, standfirst }) => `${title} ${standfirst}`).join(" "));
  return (
    <Document
      site={site}
      script={script}
      style={style}
      home
      head={{
        title: site.tagline ? `${site.name} · ${site.tagline}` : site.name,
        description: site.tagline,
        canonical: site.baseUrl || "/",
        graph: [
          ["og:type", "website"],
          ["og:title", site.name],
        ],
        links: [{ rel: "alternate", type: "application/atom+xml", href: "/feed.xml", title: site.name }],
      }}
      foot={
        <footer className="foot house">
          <p>Everything here stands on its sources: no article is published while a citation is unresolved.</p>
          <p>
            <a href="/feed.xml">Feed</a>
          </p>
        </footer>
      }
    >
      <main className="front">
        <h1 className="unseen">{site.name}</h1>
        {lead ? <Entry entry={lead} kind="lead" /> : <p className="none">Nothing is published yet.</p>}
        {rest.length > 0 && (
          <div className="latest">
            {rest.slice(0, withStandfirst).map((entry) => (
              <Entry key={entry.articleId} entry={entry} kind="full" />
            ))}
          </div>
        )}
        {rest.length > withStandfirst && (
          <section className="earlier" aria-label="Earlier">
            {rest.slice(withStandfirst).map((entry) => (
              <Entry key={entry.articleId} entry={entry} kind="short" />
            ))}
          </section>
        )}
      </main>
    </Document>
  );
}

const withStandfirst = 8;

function Entry({ entry, kind }: { entry: PublicEntry; kind: "lead" | "full" | "short" }) {
  return (
    <article className={kind}>
      <h2>
        <a href={articlePath(entry.slug)}>{entry.title}</a>
      </h2>
      {kind !== "short" && entry.standfirst && <p className="stand">{entry.standfirst}</p>}
      <p className="by">
        {kind !== "short" && entry.byline && <b>{entry.byline}</b>}
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
