import { bundledStyles } from "@/domain/citation/bundled-styles";
import type { Tx } from "@/server/db";
import { type Citing, siteCiting } from "@/server/db/citing";

/** The styles that can be chosen, the site's choice, and the article's own where it has one. */
export type CitingView = {
  style: string | null;
  locale: string | null;
  site: Citing;
  styles: { id: string; title: string }[];
};

/** What an article is cited in, and what it could be cited in. */
export async function citingView(
  tx: Pick<Tx, "setting" | "cslStyle">,
  { style, locale }: { style: string | null; locale: string | null },
): Promise<CitingView> {
  return { style, locale, site: await siteCiting(tx), styles: await stylesHere(tx) };
}

/** All styles by title: those that are always here, then those that were added. */
export async function stylesHere(tx: Pick<Tx, "cslStyle">): Promise<{ id: string; title: string }[]> {
  const added = await tx.cslStyle.findMany({
    where: { removedAt: null },
    orderBy: { title: "asc" },
    select: { id: true, title: true },
  });
  return [...Object.entries(bundledStyles).map(([id, title]) => ({ id, title })), ...added];
}
