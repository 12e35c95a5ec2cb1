import type { Refusal } from "@/server/commands/command";
import type { ArticleId } from "@/domain/ids";
import { checkpoint } from "@/server/commands/article/checkpoint";
import { create } from "@/server/commands/article/create";
import { newId } from "@/server/db/ids";
import { draftOf, granted } from "@/server/testing/drafts";
import { hire, type Somebody } from "@/server/testing/people";
import { writeWhole } from "@/server/testing/rounds";

/** The throws that decide what one move is about: numbers that are taken modulo what there is to choose from. */
export type Dice = { who: number; article: number; a: number; b: number };

/** What a command answered. */
export type Answer = { ok: true; value: unknown } | { ok: false; error: Refusal };

/** A newsroom of its own for one run: its people, its articles, and the text that each article began with. */
export type World = {
  people: Somebody[];
  articles: ArticleId[];
  beginnings: Map<ArticleId, unknown>;
  /** A word that nobody wrote before, so that whatever holds it shows where it came from. */
  token: () => string;
  /** What happened, for the report of a failure and for the count of what was tried. */
  told: string[];
};

/** Six people, two articles that could be handed in as they are and one with nothing but its title. */
export async function openWorld(): Promise<World> {
  const people = [
    await hire("Ed", "editor"),
    await hire("Era", "editor", "reviewer"),
    await hire("Eli", "editor", "reviewer"),
    await hire("Rob", "reviewer"),
    await hire("Dee", "editor", "reviewer", "admin"),
    await hire("Ann", "reviewer", "admin"),
  ];
  const world: World = { people, articles: [], beginnings: new Map(), token, told: [] };
  const [ed, era] = people;
  if (!ed || !era) throw new Error("nobody was hired");
  const bare = await granted(create.run(ed, { title: `Bare ${token()}` }));
  world.articles = [
    await writeWhole(ed, `Whole ${token()}`),
    await writeWhole(era, `Whole ${token()}`),
    bare.articleId,
  ];
  for (const id of world.articles) {
    await granted(checkpoint.run(ed, { articleId: id, note: "The beginning" }));
    world.beginnings.set(id, await documentOf(id));
  }
  return world;
}

/** One of a list by the throw of a die; undefined where there is none. */
export const pick = <T>(list: readonly T[], die: number): T | undefined => list[die % Math.max(1, list.length)];

/** The person and the article that a move is about. */
export function cast(world: World, dice: Dice): { who: Somebody; id: ArticleId } {
  const who = pick(world.people, dice.who);
  const id = pick(world.articles, dice.article);
  if (!who || !id) throw new Error("a world has people and articles");
  return { who, id };
}

/** The text of a draft as plain JSON. */
export const documentOf = async (id: ArticleId): Promise<unknown> => (await draftOf(id)).manuscript.document.toJSON();

const token = (): string => `zq${newId().replaceAll("-", "").slice(8)}`;
