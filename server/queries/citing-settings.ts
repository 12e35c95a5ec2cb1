import { type Actor, may } from "@/domain/access/policy";
import type { Formatted } from "@/domain/citation/formatted";
import type { Result } from "@/domain/result";
import { format } from "@/server/citing/format";
import { sampleCitations, sampleRecords } from "@/server/citing/sample";
import { whyNot } from "@/server/citing/words";
import { db } from "@/server/db";
import { type Citing, siteCiting, withSource } from "@/server/db/citing";
import { stylesHere } from "./workspace/citing";

/** The site's choice, the styles that can be chosen, and those that somebody added with how many articles use each. */
export type CitingSettings = {
  site: Citing;
  styles: { id: string; title: string }[];
  added: { id: string; title: string; articles: number }[];
};

/** How the house cites, for those who may change it; null for everybody else. */
export async function citingSettings(actor: Actor): Promise<CitingSettings | null> {
  if (!may("settings.edit", actor)) return null;
  const rows = await db.cslStyle.findMany({
    where: { removedAt: null },
    orderBy: { title: "asc" },
    select: { id: true, title: true },
  });
  const uses = await db.article.groupBy({
    by: ["style"],
    where: { style: { in: rows.map(({ id }) => id) } },
    _count: true,
  });
  const count = new Map(uses.map(({ style, _count }) => [style, _count]));
  return {
    site: await siteCiting(db),
    styles: await stylesHere(db),
    added: rows.map(({ id, title }) => ({ id, title, articles: count.get(id) ?? 0 })),
  };
}

/** Made-up sources and citations of them as a style draws them; null for those who choose no styles. */
export async function citingSample(
  actor: Actor,
  citing: Citing,
): Promise<Result<
  Pick<Formatted<string, string>, "kind" | "citations" | "bibliography">,
  { kind: "citing"; message: string }
> | null> {
  if (!may("settings.edit", actor)) return null;
  const { source, locale, title } = await withSource(db, citing);
  const result = await format({
    style: source,
    locale,
    records: sampleRecords,
    citations: sampleCitations.slice(0, 3),
    uncited: [],
  });
  return result.ok ? result : { ok: false, error: { kind: "citing", message: whyNot(result.error, title) } };
}
