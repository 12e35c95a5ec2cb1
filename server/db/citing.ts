import { z } from "zod";
import type { Tx } from "@/server/db";
import { settingOf } from "@/server/db/settings";
import { bundledStyles, isBundled } from "@/domain/citation/bundled-styles";

/** The name of the setting that holds the site's style and language of citations. */
export const citingSetting = "citing";

/** A style by its name, and a locale of CSL 1.0.2 ("en-GB"). */
export const Citing = z.strictObject({ style: z.string().min(1).max(200), locale: z.string().min(2).max(20) });
export type Citing = z.infer<typeof Citing>;

/** What a house cites in that never chose. */
export const defaultCiting: Citing = { style: "house", locale: "en-GB" };

/** A style as it is to be used: `source` is its XML, or its name again where it is one that is always here. */
export type ChosenStyle = Citing & { source: string; title: string };

/** The site's style and language. */
export const siteCiting = (tx: Pick<Tx, "setting">): Promise<Citing> =>
  settingOf(tx, citingSetting, Citing, defaultCiting);

/** The style and language of an article: its own, else the site's. */
export async function citingOf(
  tx: Pick<Tx, "setting" | "cslStyle">,
  article: { style: string | null; locale: string | null },
): Promise<ChosenStyle> {
  const site = await siteCiting(tx);
  return withSource(tx, { style: article.style ?? site.style, locale: article.locale ?? site.locale });
}

/** A choice with the XML of its style. */
export async function withSource(tx: Pick<Tx, "cslStyle">, citing: Citing): Promise<ChosenStyle> {
  const row = await tx.cslStyle.findFirst({
    where: { id: citing.style, removedAt: null },
    select: { xml: true, title: true },
  });
  return {
    ...citing,
    source: row?.xml ?? citing.style,
    title: row?.title ?? bundledTitles.get(citing.style) ?? citing.style,
  };
}

/** Whether there is such a style here. */
export async function isStyle(tx: Pick<Tx, "cslStyle">, style: string): Promise<boolean> {
  if (isBundled(style)) return true;
  return (await tx.cslStyle.findFirst({ where: { id: style, removedAt: null }, select: { id: true } })) !== null;
}

/** Choosing and removing styles wait for each other, so that none is removed while it is being chosen. */
export async function lockStyles(tx: Tx): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtext('imprimatur: styles'))`;
}

const bundledTitles = new Map<string, string>(Object.entries(bundledStyles));
