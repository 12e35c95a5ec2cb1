import type { TopicId } from "@/domain/ids";
import { inAscii, listPath } from "@/domain/publishing/address";
import { NoticePage } from "@/reader/notice-page";
import type { Tx } from "@/server/db";
import { standingTopic } from "@/server/db/topics";
import { own } from "./draw-lists";
import { siteView } from "./edition-views";
import { markup } from "./markup";
import type { DrawnPage } from "./pack";
import { stylesheet } from "./stylesheet";
import { writePages } from "./write-pages";

/** The list of a topic by its address. */
const topicList = (slug: string): string => `topic:${slug}`;

/**
 * Takes the list of a renamed topic along to its present address, page by page as it is, so that each older page keeps its
 * number. Where a list stands there already the articles come to it one by one, when they are baked.
 */
export async function moveTopicList(tx: Tx, topicId: TopicId): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtext('imprimatur: lists'))`;
  const topic = await standingTopic(tx, topicId);
  if (!topic) return;
  const { slug, name } = topic;
  const to = topicList(slug);
  await tx.$executeRaw`update list set title = ${name} where name = ${to}`;
  await tx.$executeRaw`update list_page set touched = true where list = ${to}`;
  if (await tx.list.findUnique({ where: { name: to } })) return;
  const before = await tx.topicAddress.findMany({
    where: { topicId },
    orderBy: { at: "desc" },
    select: { slug: true },
  });
  const lists = await tx.list.findMany({ where: { name: { in: before.map((one) => topicList(one.slug)) } } });
  const [from] = lists.toSorted((a, b) => b.articles - a.articles);
  if (!from) return;
  await tx.list.create({ data: { ...from, name: to, slug, title: name } });
  await tx.$executeRaw`update listed set list = ${to} where list = ${from.name}`;
  await tx.$executeRaw`update list_page set list = ${to}, touched = true where list = ${from.name}`;
  await tx.list.delete({ where: { name: from.name } });
}

/**
 * What stands at the addresses that topics had: the way to where they are, or that they are gone. Where no page ever stood
 * nothing is said. What was beside such a page is led on from it (server/queries/followed).
 */
export async function bakeTopicAddresses(tx: Tx): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtext('imprimatur: lists'))`;
  const left = await leftAddresses(tx);
  const known = await tx.page.findMany({
    where: { path: { in: left.map(({ slug }) => listPath("topic", slug)) } },
    select: { path: true },
  });
  const paths = new Set(known.map(({ path }) => path));
  const seen = left.filter(({ slug }) => paths.has(listPath("topic", slug)));
  for (const { slug } of seen) await takeAway(tx, slug);
  await writePages(tx, await drawLeft(tx, seen));
}

type Left = { slug: string; to: string | null };

/** Every address that is no standing topic's, and the address of the topic that it stands for now; null when that is gone. */
const leftAddresses = (tx: Tx): Promise<Left[]> => tx.$queryRaw`
  select left_.slug, case when topic.removed_at is null then topic.slug end as "to"
  from (
    select slug, topic_id from topic_address
    union all select slug, id from topic where merged_into is not null or removed_at is not null
  ) as left_
  join topic as own on own.id = left_.topic_id
  join topic on topic.id = coalesce(own.merged_into, own.id)
  order by 1`;

/** The list that no article stands on any more, with the pages and feeds under its address. */
async function takeAway(tx: Tx, slug: string): Promise<void> {
  const list = topicList(slug);
  if ((await tx.listed.count({ where: { list } })) > 0) return;
  await tx.listPage.deleteMany({ where: { list } });
  await tx.list.deleteMany({ where: { name: list } });
  await tx.$executeRaw`delete from page where starts_with(path, ${`${listPath("topic", slug)}/`})`;
}

async function drawLeft(tx: Tx, left: readonly Left[]): Promise<DrawnPage[]> {
  const gone = left.some(({ to }) => to === null)
    ? await markup(NoticePage({ site: await siteView(tx), about: "topic", style: await stylesheet("lists") }))
    : "";
  return left.map(({ slug, to }) => {
    const path = listPath("topic", slug);
    if (to === null) return { ...own(path, "notice", "text/html; charset=utf-8", gone), status: 410 };
    const location = inAscii(listPath("topic", to));
    const text = `This topic has moved to ${location}\n`;
    return { ...own(path, "notice", "text/plain; charset=utf-8", text), status: 308, location };
  });
}
