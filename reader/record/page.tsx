import type { ReactNode } from "react";
import { articlePath, editionPath } from "@/domain/publishing/address";
import { editionName } from "@/domain/publishing/dates";
import type { EditionView } from "@/domain/publishing/edition";
import { scriptOf } from "@/domain/publishing/script";
import { Document } from "@/reader/document";

/** A page about an edition, and not of it: its receipt, what changed, the form for reports. Search engines leave it out. */
export function RecordPage(props: {
  view: EditionView;
  called: string;
  lead: ReactNode;
  style: string;
  children: ReactNode;
}) {
  const { view, called, lead, style, children } = props;
  return (
    <Document
      site={view.site}
      script={{ lang: "en", dir: "ltr" }}
      head={{ title: `${called}: ${view.title} · ${view.site.name}`, unlisted: true }}
      style={style}
    >
      <main>
        <header>
          <p className="kicker">
            {called} · <a href={editionPath(view.slug, view.number)}>{editionName(view.number)}</a>
          </p>
          <h1 lang={scriptOf(view.title).lang}>
            <a href={articlePath(view.slug)}>{view.title}</a>
          </h1>
          <p className="stand">{lead}</p>
        </header>
        {children}
      </main>
    </Document>
  );
}
