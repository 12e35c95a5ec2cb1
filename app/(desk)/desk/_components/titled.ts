import type { Metadata } from "next";
import { requireActor } from "@/server/auth/session";
import { articleTitle, sourceTitle } from "@/server/queries/screen-title";

type Params = Promise<{ articleId: string }>;

/** The tab's words for a screen about an article: what it is called comes first, so that tabs can be told apart. */
export async function titledByArticle(params: Params, screen?: string): Promise<Metadata> {
  return titled(await articleTitle(await requireActor(), (await params).articleId), screen);
}

/** The same for a screen about a source. */
export async function titledBySource(params: Promise<{ sourceId: string }>, screen?: string): Promise<Metadata> {
  return titled(await sourceTitle(await requireActor(), (await params).sourceId), screen);
}

const titled = (name: string | null, screen?: string): Metadata => ({
  title: name === null ? "Not found" : [name, screen].filter(Boolean).join(" – "),
});
