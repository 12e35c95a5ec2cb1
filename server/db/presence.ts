import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { ArticleId } from "@/domain/ids";
import { db } from "@/server/db";
import { listen } from "@/server/db/listen";

export type Present = { id: string; name: string };

/** What one process tells the others: who has an article open there. `asking` wants the same of them. */
const Told = z.object({
  process: z.string(),
  article: z.string(),
  people: z.array(z.object({ id: z.string(), name: z.string() })),
  asking: z.boolean(),
});

const thisProcess = randomUUID();
/** A process that has not spoken for so long is gone, in milliseconds; it speaks three times as often. */
const silence = 45_000;

/**
 * Enters a person as present at an article until the answered function is called. `tell` hears who is there, over all
 * processes, whenever that changes.
 */
export async function enter(
  articleId: ArticleId,
  person: Present,
  tell: (people: Present[]) => void,
): Promise<() => void> {
  const token = Symbol(person.id);
  const others = new Map<string, { people: Present[]; at: number }>();
  let last = "";
  const report = () => {
    const now = Date.now();
    const elsewhere = [...others.values()].filter(({ at }) => now - at < silence).flatMap(({ people }) => people);
    const people = [...new Map([...hereAt(articleId), ...elsewhere].map((one) => [one.id, one])).values()];
    const text = JSON.stringify(people);
    if (text !== last) tell(people);
    last = text;
  };

  here.set(token, { articleId, person });
  const stopListening = await listen("imprimatur_people", {
    hear: (payload) => {
      const told = Told.safeParse(parsed(payload)).data;
      if (told?.article !== articleId) return;
      if (told.process !== thisProcess) others.set(told.process, { people: told.people, at: Date.now() });
      if (told.process !== thisProcess && told.asking && isFirst(token, articleId)) void announce(articleId, false);
      report();
    },
    resumed: () => void announce(articleId, true),
  }).catch((error: unknown) => {
    here.delete(token);
    throw error;
  });
  const timer = setInterval(() => {
    report();
    if (isFirst(token, articleId)) void announce(articleId, false);
  }, silence / 3);
  await announce(articleId, true);
  report();
  return () => {
    clearInterval(timer);
    here.delete(token);
    stopListening();
    void announce(articleId, false);
  };
}

/** The open streams of this process. */
const here = new Map<symbol, { articleId: ArticleId; person: Present }>();

const hereAt = (articleId: ArticleId): Present[] =>
  [...here.values()].filter((one) => one.articleId === articleId).map(({ person }) => person);

/** One stream of each article speaks for all of this process. */
function isFirst(token: symbol, articleId: ArticleId): boolean {
  for (const [other, one] of here) if (one.articleId === articleId) return other === token;
  return false;
}

/** At most 40 people are named, because a notification holds 8000 bytes; who cannot be told is told the next time. */
async function announce(articleId: ArticleId, asking: boolean): Promise<void> {
  const people = hereAt(articleId)
    .slice(0, 40)
    .map(({ id, name }) => ({ id, name: name.slice(0, 60) }));
  const told = JSON.stringify({ process: thisProcess, article: articleId, people, asking });
  await db.$executeRaw`select pg_notify('imprimatur_people', ${told})`.catch(() => undefined);
}

function parsed(payload: string): unknown {
  try {
    return JSON.parse(payload);
  } catch {
    return null;
  }
}
