import type { ReactNode } from "react";
import type { SiteView } from "@/domain/publishing/edition";
import type { Script } from "@/domain/publishing/script";
import { HouseLinks, inMasthead } from "./house-links";
import { houseStyles } from "./house-styles";
import { nameplate } from "./nameplate";
import { type Running, runningHeads } from "./running-heads";

/** What stands in a page's head; `canonical` is a path or an address, `data` is its JSON-LD. */
export type Head = {
  title: string;
  description?: string;
  canonical?: string;
  /** Kept out of search engines: retracted articles, older editions, notices. */
  unlisted?: boolean;
  graph?: readonly (readonly [property: string, content: string])[];
  /** Names and contents for those who read `meta name` (Highwire's citation_ among them). */
  names?: readonly (readonly [name: string, content: string])[];
  links?: readonly { rel: string; href: string; type?: string; title?: string; hrefLang?: string }[];
  data?: object | readonly object[];
  /** Given where a page is worth printing. */
  running?: Running;
};

/** A whole page: head, masthead, what is given, foot. The stylesheet is inside it, so nothing else is waited for. */
export function Document(props: {
  site: SiteView;
  script: Script;
  head: Head;
  style: string;
  /** The address of what the page runs once it is read; most pages run nothing. */
  runs?: string | undefined;
  foot?: ReactNode;
  home?: boolean;
  children: ReactNode;
}) {
  const { site, script, head, style, runs, foot, home = false, children } = props;
  return (
    <html lang={script.lang} dir={script.dir === "rtl" ? "rtl" : undefined}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>{head.title}</title>
        {head.description && <meta name="description" content={head.description} />}
        {head.unlisted && <meta name="robots" content="noindex" />}
        {head.canonical && <link rel="canonical" href={head.canonical} />}
        {head.graph?.map(([property, content]) => (
          <meta key={property + content} property={property} content={content} />
        ))}
        {head.names?.map(([name, content]) => (
          <meta key={name + content} name={name} content={content} />
        ))}
        {head.links?.map((link) => (
          <link key={`${link.rel} ${link.href} ${link.hrefLang ?? ""}`} {...link} />
        ))}
        <link rel="icon" href="data:," />
        <style
          dangerouslySetInnerHTML={{ __html: style + houseStyles(site.looks) + runningHeads(site.name, head.running) }}
        />
        {runs && <script src={runs} defer />}
        {head.data && <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: inScript(head.data) }} />}
      </head>
      <body id="top">
        <header className="mast">
          {home ? <b>{nameplate(site)}</b> : <a href="/">{nameplate(site)}</a>}
          {site.tagline && <span>{site.tagline}</span>}
          <HouseLinks links={inMasthead(site)} label="Site" />
        </header>
        {children}
        {foot}
        <HouseLinks links={site.looks?.footer} label="About this site" foot />
      </body>
    </html>
  );
}

/** JSON as it may stand in a script element: no character of it can end the element or open a comment. */
const inScript = (data: object | readonly object[]): string =>
  JSON.stringify(data).replace(/[<>&\u2028\u2029]/gu, escaped);

const escaped = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
