import { type Actor, may } from "@/domain/access/policy";
import { createTopic } from "@/server/commands/topic/create";
import { newId } from "@/server/db/ids";
import type { Example } from "./door-examples";
import { granted } from "./drafts";
import type { World } from "./door-world";

const edits = (actor: Actor) => may("article.edit", actor);
const changes = (actor: Actor) => may("topic.change", actor);

async function topic({ working }: World): Promise<{ topicId: string }> {
  const { topicId } = await granted(createTopic.run(working.writer, { name: `Topic ${newId()}` }));
  return { topicId };
}

/** Examples for what readers find and follow articles by: topics and other languages. */
export const foundExamples: Readonly<Record<string, Example>> = {
  "article.file": {
    input: async (world) => ({ articleId: world.working.id, topicIds: [(await topic(world)).topicId] }),
    may: edits,
  },
  "article.translate": { input: ({ working: { id } }) => ({ articleId: id, otherId: null }), may: edits },
  "article.begin-translation": { input: ({ working: { id } }) => ({ ofId: id, locale: "fr-FR" }), may: edits },
  "article.catch-up": { input: ({ working: { id } }) => ({ articleId: id, edition: 1 }), may: edits },
  "topic.create": { input: () => ({ name: `Topic ${newId()}` }), may: (actor) => may("topic.create", actor) },
  "topic.change": {
    input: async (world) => ({ ...(await topic(world)), name: `Topic ${newId()}`, description: "" }),
    may: changes,
  },
  "topic.merge": {
    input: async (world) => ({ ...(await topic(world)), intoId: (await topic(world)).topicId }),
    may: changes,
  },
  "topic.remove": { input: topic, may: changes },
};
