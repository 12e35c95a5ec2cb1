import { rebakeArticle, rebakeLists } from "@/server/baking/from-database";
import { frozenCitations } from "@/server/baking/citations";
import { inTransaction } from "@/server/db";
import { lockDraft } from "@/server/db/draft";
import { judgeDraft } from "@/server/db/gate";

const rounds = 15;

/**
 * What publishing an article is made of, in milliseconds, the middle of some rounds: each part as the command does it, in a
 * transaction that is taken back. The house has another name in it, so that every page is another and none is spared.
 */
export async function partsOfPublishing({ id }) {
  const took = new Map();
  for (let round = 0; round < rounds; round++)
    await inTransaction((tx) => parts(tx, id, timer(took), round)).catch(undone);
  return [...took].map(([name, all]) => [name, all.toSorted((a, b) => a - b)[rounds >> 1]]);
}

async function parts(tx, id, timed, round) {
  const draft = await timed("the draft read", () => lockDraft(tx, id));
  await timed("judged", () => judgeDraft(tx, id, draft, new Date()));
  await timed("citations looked up", () => frozenCitations(tx, draft));
  await tx.site.updateMany({ data: { name: `The Quay, round ${round}` } });
  await timed("its pages drawn, packed, written", () => rebakeArticle(tx, id, "added"));
  await timed("lists and feeds too", () => rebakeLists(tx));
  throw new TakenBack();
}

class TakenBack extends Error {}
const undone = (error) => {
  if (!(error instanceof TakenBack)) throw error;
};

const timer = (took) => async (name, work) => {
  const begun = performance.now();
  const value = await work();
  took.set(name, [...(took.get(name) ?? []), performance.now() - begun]);
  return value;
};
