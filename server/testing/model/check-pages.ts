import { gunzipSync } from "node:zlib";
import { db } from "@/server/db";
import type { World } from "./world";

/** What is wrong with what readers get: words of a draft, a list that names what is gone, a page of an older edition. */
export async function faultsOfPages(world: World): Promise<string[]> {
  const faults: string[] = [];
  const said = await wordsOfEditions();
  const pages = await db.page.findMany();
  const linked = await db.edition.findMany({ select: { slug: true, title: true } });
  const addresses = linked.map(({ slug, title }) => `${slug} ${title}`).join(" ");
  for (const page of pages) {
    const text = Buffer.from(page.body).toString("utf8");
    const own = page.articleId ? `${said.get(page.articleId) ?? ""} ${addresses}` : [...said.values()].join(" ");
    const unknown = (text.match(/zq[0-9a-f]{24}/g) ?? []).filter((token) => !own.includes(token));
    if (unknown.length > 0) faults.push(`${page.path} says ${unknown[0]}, which no edition of it says`);
  }
  for (const id of world.articles) {
    const { slug, withdrawnAt, liveEditionId } = await db.article.findUniqueOrThrow({ where: { id } });
    const live = liveEditionId ? await db.edition.findUnique({ where: { id: liveEditionId } }) : null;
    const newest = await db.edition.findFirst({ where: { articleId: id }, orderBy: { number: "desc" } });
    if (live?.id !== newest?.id) faults.push(`the live edition of ${slug} is not its newest`);
    const page = pages.find(({ path }) => path === `/${slug}`);
    const status = live ? (withdrawnAt ? 410 : 200) : undefined;
    if (page?.status !== status) faults.push(`/${slug} answers ${page?.status} and not ${status}`);
    if (page?.status === 200 && page.editionId !== live?.id) faults.push(`/${slug} shows an older edition`);
    const stands = live !== null && live.kind !== "retraction" && !withdrawnAt;
    const told = live !== null && !withdrawnAt;
    for (const list of pages.filter(({ kind, path }) => listing.includes(kind) || path === "/404")) {
      const names = namesIn(textOf(list), slug);
      // Feeds tell of retractions too; an index and a topic name nothing that does not stand, and need not name all.
      const due = list.kind === "feed" ? told : stands;
      if (names && !due) faults.push(`${list.path} names ${slug}`);
      if (!names && due && (list.kind === "feed" || whole.test(list.path)))
        faults.push(`${list.path} leaves out ${slug}`);
    }
  }
  return faults;
}

const listing = ["list", "feed", "sitemap"];
/** The lists that hold everything that stands, as long as it is as little as here. */
const whole = /^(?:\/|\/archive\/\d{4}\/\d\d|\/languages\/\w+|\/sitemap-1\.xml\.gz)$/;
const textOf = ({ path, body }: { path: string; body: Uint8Array }): string =>
  (path.endsWith(".gz") ? gunzipSync(body) : Buffer.from(body)).toString("utf8");

const namesIn = (text: string, slug: string): boolean => new RegExp(`/${slug}(?![a-z0-9-])`).test(text);

/** All words that were ever published of each article: text, sources, notes, and why it was withdrawn. */
async function wordsOfEditions(): Promise<Map<string, string>> {
  const rows = await db.$queryRaw<{ id: string; words: string }[]>`
    select article.id::text, concat_ws(' ', article.slug, withdrawn_why, string_agg(concat_ws(' ', edition::text, (
      select string_agg(body::text, ' ') from edition_section where edition_id = edition.id)), ' ')) as words
    from article join edition on edition.article_id = article.id group by article.id`;
  return new Map(rows.map(({ id, words }) => [id, words]));
}
