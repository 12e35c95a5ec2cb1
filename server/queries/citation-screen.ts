import { type Actor, may } from "@/domain/access/policy";
import type { ArticleId, CitationId, SectionId, SourceId } from "@/domain/ids";
import type { Coverage, Standing } from "@/domain/review/verification";
import { describe } from "@/domain/source/describe";
import { type LinkState, quoteKey, type StandingState } from "@/domain/source/facts";
import { atOneMoment } from "@/server/db";
import { contributorsOf } from "@/server/db/contributors";
import { readDraft } from "@/server/db/draft";
import { headingOf } from "@/server/db/gate";
import { coverageIn } from "@/server/db/rows";
import { type StoodSupport, supportsOf } from "@/server/db/verifications";
import { copiesOf, type KeptCopy, passagesOf, type ShownPassage } from "./citation-screen/passages";

export const citationViews = ["all", "unverified", "altered", "disputed"] as const;
export type CitationView = (typeof citationViews)[number];

/** One item of a citation as a reviewer sees it: sentence, quote, and what the kept text of the source has. */
export type ReviewedCitation = {
  citation: CitationId;
  position: number;
  digest: string;
  section: { id: SectionId; heading: string };
  sentence: string;
  quote: string | null;
  /** "page 12", or null. */
  where: string | null;
  stance: "disputes" | "discusses" | null;
  source: {
    id: SourceId;
    line: string;
    url: string | null;
    archiveUrl: string | null;
    link: LinkState | null;
    standing: StandingState | null;
  };
  standing: Standing;
  copy: KeptCopy;
  passage: ShownPassage | null;
  mayVerify: boolean;
};

export type CitationScreen = {
  article: { id: ArticleId; title: string };
  view: CitationView;
  citations: ReviewedCitation[];
  counts: Record<CitationView, number>;
  coverage: Coverage;
  /** How many of this view stand before the first that is shown, and where the next ones begin; null at the end. */
  from: number;
  next: number | null;
  may: { verify: boolean; capture: boolean };
};

/** How many are shown at once: each comes with a passage of a text that has to be read. */
const size = 40;

/** An article's citations for a reviewer, all of one moment; null when there is none or the actor may not see it. */
export async function citationScreen(
  actor: Actor,
  articleId: ArticleId,
  { view = "all", from = 0 }: { view?: CitationView; from?: number } = {},
): Promise<CitationScreen | null> {
  if (!may("article.read", actor)) return null;
  return atOneMoment(async (tx) => {
    const draft = await readDraft(tx, articleId);
    if (!draft) return null;
    const { facts } = draft.manuscript;
    const supports = await supportsOf(tx, articleId, draft.manuscript);
    const copies = await copiesOf(tx, [...new Set(supports.map(({ source }) => source.id))]);
    const inView: Record<CitationView, (support: StoodSupport) => boolean> = {
      all: () => true,
      unverified: ({ standing }) => standing.state === "unverified",
      altered: ({ item, source }) => {
        const verdict = item.quote ? facts.quotes.get(quoteKey(source.id, item.quote))?.verdict : undefined;
        return verdict === "altered" || verdict === "not-found";
      },
      disputed: ({ standing }) => standing.state === "disputed",
    };
    const wanted = supports.filter(inView[view]);
    const shown = wanted.slice(from, from + size);
    const passageOf = await passagesOf(tx, shown, copies);
    const contributors = await contributorsOf(tx, articleId);
    const headings = new Map(draft.sections.map((section) => [section.id, headingOf(section)]));
    return {
      article: { id: articleId, title: draft.article.title },
      view,
      citations: shown.map((support): ReviewedCitation => {
        const { citation, position, digest, section, sentence, item, source, standing } = support;
        const known = facts.sources.get(source.id);
        return {
          citation,
          position,
          digest,
          section: { id: section, heading: headings.get(section) ?? "" },
          sentence,
          quote: item.quote,
          where: item.locator === null ? null : `${(item.label ?? "page").replaceAll("-", " ")} ${item.locator}`,
          stance: item.stance === "supports" ? null : item.stance,
          source: {
            id: source.id,
            line: describe(source.record),
            url: source.record.URL ?? (source.record.DOI ? `https://doi.org/${source.record.DOI}` : null),
            archiveUrl: known?.archiveUrl ?? null,
            link: known?.link?.state ?? null,
            standing: known?.standing?.state ?? null,
          },
          standing,
          copy: copies.get(source.id) ?? null,
          passage: passageOf(support),
          mayVerify: may("citation.verify", actor, { contributors: contributors.get(section) ?? [] }),
        };
      }),
      counts: {
        all: supports.length,
        unverified: supports.filter(inView.unverified).length,
        altered: supports.filter(inView.altered).length,
        disputed: supports.filter(inView.disputed).length,
      },
      coverage: coverageIn(draft.article),
      from,
      next: from + size < wanted.length ? from + size : null,
      may: {
        verify: may("citation.verify", actor, { contributors: [] }),
        capture: may("source.check", actor),
      },
    };
  });
}
