import { z } from "zod";
import type { FrozenCitations, KeptFormatted } from "@/domain/citation/formatted";
import { bundledStyles } from "@/domain/citation/bundled-styles";
import { Run } from "@/domain/citation/formatter";
import { frontOf } from "@/domain/document/parts";
import { selfRecord } from "@/domain/publishing/self-record";
import { ok, type Result } from "@/domain/result";
import { selfInApa } from "@/server/citing/styles";
import type { Tx } from "@/server/db";
import { citingOf } from "@/server/db/citing";
import type { Draft } from "@/server/db/draft";
import { siteView } from "./edition-views";
import { type CitingRefusal, kept, made, type Wanted } from "./formatting";
import { textOf } from "./text-citations";

/**
 * What an edition of this draft would freeze of its citations, from what is kept already; or what is to be formatted
 * first. It only reads, so it may be asked under the article's lock.
 */
export async function frozenCitations(
  tx: Tx,
  draft: Draft,
): Promise<Result<Frozen | { wanted: CitationsWanted }, CitingRefusal>> {
  const plan = await planOf(tx, draft);
  if (!plan.ok) return plan;
  const { text, selves } = plan.value;
  const formatted = await kept(tx, text);
  const cite: FrozenCitations["cite"] = [];
  for (const self of selves) {
    const entry = formatted && (await kept(tx, self));
    if (!entry) return ok({ wanted: plan.value });
    cite.push({ style: self.title, runs: entry.bibliography[0]?.runs ?? [] });
  }
  return ok(
    formatted
      ? { style: text.style, locale: text.request.locale, formatted: { ...formatted, cite } }
      : { wanted: plan.value },
  );
}

export type Frozen = { style: string; locale: string; formatted: FrozenCitations };

/**
 * Formats ahead what an edition would freeze: outside any transaction, for a long list takes seconds, and nobody is to
 * wait for a row meanwhile.
 */
export async function formatWanted({ text, selves }: CitationsWanted): Promise<Result<null, CitingRefusal>> {
  for (const wanted of [text, ...selves]) {
    const done = await made(wanted);
    if (!done.ok) return done;
  }
  return ok(null);
}

/** What an edition freezes: the citations and the list of its text, and how it is cited itself. */
export type CitationsWanted = { text: Wanted<typeof KeptFormatted>; selves: Wanted<typeof Entry>[] };

/** The list of one entry: how the article itself is cited. */
const Entry = z.object({ bibliography: z.array(z.object({ runs: z.array(Run) })) });

async function planOf(tx: Tx, draft: Draft): Promise<Result<CitationsWanted, CitingRefusal>> {
  const chosen = await citingOf(tx, draft.article);
  const text = textOf(draft, chosen);
  if (!text.ok) return text;
  const number = (await tx.edition.count({ where: { articleId: draft.article.id } })) + 1;
  const { title, byline } = frontOf(draft.manuscript.document);
  const record = selfRecord(await siteView(tx), {
    title,
    byline,
    slug: draft.article.slug,
    number,
    publishedAt: new Date(),
  });
  const apa = { style: "apa", title: bundledStyles.apa, source: selfInApa() };
  const styles = chosen.style === "apa" ? [apa] : [chosen, apa];
  const selves = styles.map(({ style, title: called, source }) => ({
    style,
    title: called,
    schema: Entry,
    request: {
      style: source,
      locale: chosen.locale,
      records: [{ reference: "self", record }],
      citations: [],
      uncited: ["self"],
    },
  }));
  return ok({ text: text.value, selves });
}
