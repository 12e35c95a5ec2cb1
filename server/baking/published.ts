import { leadPicture } from "@/domain/document/pictures";
import type { ArticleId } from "@/domain/ids";
import { claimNodeOf } from "@/domain/publishing/claim";
import { type EditionView, latestEdition } from "@/domain/publishing/edition";
import { settingOf } from "@/domain/publishing/language";
import { listsOf } from "@/domain/publishing/lists";
import { configFor, plainWords, wordsToFind } from "@/domain/publishing/search-words";
import { wordSlug } from "@/domain/publishing/slug";
import type { Around } from "@/domain/publishing/around";
import type { Tx } from "@/server/db";
import { refile, retractFrom, unlist } from "./listing";

/** Past this much text no more of it is searched: what is looked for stands before. */
const mostText = 400_000;

/**
 * Keeps what is published of an article where lists, feeds and the readers' search look for it: its latest edition, or
 * nothing when it was withdrawn by law. Call it in the transaction that publishes; it holds the lock of the lists.
 */
export async function keepPublished(
  tx: Tx,
  articleId: ArticleId,
  view: EditionView | null,
  around: Pick<Around, "locale" | "topics">,
): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtext('imprimatur: lists'))`;
  if (!view) {
    await unlist(tx, articleId);
    await tx.$executeRaw`delete from published_article where article_id = ${articleId}::uuid`;
    return;
  }
  const language = await writeRow(tx, view, around.locale);
  const firstAt = view.editions[0]?.publishedAt ?? view.publishedAt;
  const lists = listsOf({ ...view, language, firstAt, topics: around.topics });
  const file = view.kind === "retraction" ? retractFrom : refile;
  await file(tx, articleId, { firstAt, latestAt: view.publishedAt, lists });
}

/** The view of the latest edition among those of an article; null when there is none. */
export function latestOf(views: readonly EditionView[]): EditionView | null {
  const [view] = views;
  return (view && views.find(({ number }) => number === latestEdition(view).number)) ?? null;
}

async function writeRow(tx: Tx, view: EditionView, locale: string | null): Promise<string> {
  const body = view.parts
    .flatMap((part) => (part.type.name === "section" ? [part] : (claimNodeOf(part) ?? [])))
    .map((part) => part.textBetween(0, part.content.size, "\n", (leaf) => (leaf.type.name === "citation" ? "" : " ")))
    .join("\n")
    .slice(0, mostText);
  const language = settingOf(locale, `${view.title} ${body}`).lang;
  const config = configFor(language);
  const firstAt = view.editions[0]?.publishedAt ?? view.publishedAt;
  const { title, standfirst, byline, slug, number, kind, note } = view;
  await tx.$executeRaw`
    insert into published_article (article_id, edition_id, slug, title, standfirst, byline, language, number, kind, note,
      standing, sources, picture, title_slug, first_at, latest_at, words, search)
    values (${view.articleId}::uuid, ${view.editionId}::uuid, ${slug}, ${title}, ${standfirst}, ${byline}, ${language},
      ${number}, ${kind}, ${note}, ${kind !== "retraction"}, ${view.references.length},
      ${leadPicture(view.parts)?.picture.sha256 ?? null}, ${wordSlug(title)}, ${firstAt}::timestamptz,
      ${view.publishedAt}::timestamptz, ${body},
      setweight(to_tsvector(${config}::regconfig, ${plainWords(title)}), 'A') ||
      setweight(to_tsvector(${config}::regconfig, ${plainWords(`${standfirst} ${byline}`)}), 'B') ||
      to_tsvector(${config}::regconfig, ${plainWords(body)}))
    on conflict (article_id) do update set edition_id = excluded.edition_id, slug = excluded.slug,
      title = excluded.title, standfirst = excluded.standfirst, byline = excluded.byline, language = excluded.language,
      number = excluded.number, kind = excluded.kind, note = excluded.note, standing = excluded.standing,
      sources = excluded.sources, picture = excluded.picture, title_slug = excluded.title_slug,
      first_at = excluded.first_at, latest_at = excluded.latest_at, words = excluded.words,
      search = excluded.search`;
  const words = wordsToFind(`${title} ${standfirst} ${byline} ${body}`);
  await tx.$executeRaw`insert into published_word (word) select unnest(${words}::text[]) order by 1 on conflict do nothing`;
  return language;
}
