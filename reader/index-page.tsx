import type { ReactNode } from "react";
import { absolute, inAscii, listPath } from "@/domain/publishing/address";
import type { SiteView } from "@/domain/publishing/edition";
import { Document } from "./document";
import { feedLinks } from "./feed-links";
import { SearchForm } from "./search-form";
import { SiteFoot } from "./site-foot";

/** One line of an index: where it leads and how many articles stand there. */
export type IndexLine = { slug: string; title: string; articles: number };

type Props = { site: SiteView; lines: readonly IndexLine[]; style: string };

/** All months in which something was published, by year, the newest first. */
export function ArchivePage({ site, lines, style }: Props) {
  const years = [...new Set(lines.map(({ slug }) => slug.slice(0, 4)))];
  return (
    <IndexPage
      {...{ site, style }}
      path="/archive"
      title="Archive"
      lead="Every article that stands, by the month of its first edition."
    >
      {years.map((year) => (
        <section key={year} className="year">
          <h2>{year}</h2>
          <Lines
            lines={lines.filter(({ slug }) => slug.startsWith(year))}
            kind="month"
            titled={(title) => title.replace(` ${year}`, "")}
          />
        </section>
      ))}
      {lines.length === 0 && <p className="none">Nothing is published yet.</p>}
    </IndexPage>
  );
}

/** All topics by name. */
export function TopicsPage({ site, lines, style }: Props) {
  return (
    <IndexPage {...{ site, style }} path="/topics" title="Topics" lead="What the articles are about.">
      <Lines lines={lines} kind="topic" titled={(title) => title} />
      {lines.length === 0 && <p className="none">No article is filed under a topic yet.</p>}
    </IndexPage>
  );
}

function Lines(props: { lines: readonly IndexLine[]; kind: "month" | "topic"; titled: (title: string) => string }) {
  if (props.lines.length === 0) return null;
  return (
    <ul className="index">
      {props.lines.map(({ slug, title, articles }) => (
        <li key={slug}>
          <a href={inAscii(listPath(props.kind, slug))}>{props.titled(title)}</a>{" "}
          <small>{articles.toLocaleString("en-GB")}</small>
        </li>
      ))}
    </ul>
  );
}

function IndexPage(props: {
  site: SiteView;
  style: string;
  path: string;
  title: string;
  lead: string;
  children: ReactNode;
}) {
  const { site, style, path, title, lead, children } = props;
  return (
    <Document
      site={site}
      script={{ lang: "en", dir: "ltr" }}
      style={style}
      head={{
        title: `${title} · ${site.name}`,
        description: lead,
        canonical: absolute(site.baseUrl, path),
        graph: [
          ["og:type", "website"],
          ["og:title", title],
          ["og:url", absolute(site.baseUrl, path)],
        ],
        links: feedLinks(site.name),
      }}
      foot={<SiteFoot />}
    >
      <main className="front">
        <header className="listhead">
          <h1>{title}</h1>
          <p className="stand">{lead}</p>
          <SearchForm />
        </header>
        {children}
      </main>
    </Document>
  );
}
