import { z } from "zod";
import { type Actor, may } from "@/domain/access/policy";
import type { ArticleId } from "@/domain/ids";
import { db } from "@/server/db";
import { listen } from "@/server/db/listen";
import { enter, type Present } from "@/server/db/presence";
import { asReceived, stepsSince } from "@/server/db/steps";

/**
 * What an article's stream tells: steps of the text, who is there, at which version it began, and that something other
 * than the text changed since.
 */
export type StreamMessage =
  | { kind: "steps"; steps: Record<string, unknown>[]; clientIds: string[]; stepCount: number }
  | { kind: "people"; people: Present[] }
  | { kind: "begun"; version: number }
  | { kind: "article"; version: number };

type Ears = { tell: (message: StreamMessage) => void; fail: (error: unknown) => void };

/**
 * Follows an article: first the steps after `since` and the version then, by which a screen that was read before knows
 * whether it is behind; then each batch as it comes, none twice and none left out. Answers how to stop, or null when the
 * actor may not see the article; `fail` says that the stream has to be begun again.
 */
export async function articleStream(
  actor: Actor,
  person: Present,
  { articleId, since }: { articleId: ArticleId; since: number },
  { tell, fail }: Ears,
): Promise<(() => void) | null> {
  if (!may("article.read", actor)) return null;
  if (!(await db.article.findUnique({ where: { id: articleId }, select: { id: true } }))) return null;
  const follower = followerOf(articleId, since, { tell, fail });
  // Listening comes before the first reading, so that no batch falls between the two.
  const stopListening = await listen("imprimatur", {
    hear: (payload) => {
      const notice = noticeIn(payload);
      if (notice?.article === articleId) void follower.catchUp(notice.type !== "article.edited");
    },
    resumed: () => void follower.catchUp(true),
  });
  try {
    const leave = await enter(articleId, person, (people) => tell({ kind: "people", people }));
    await follower.catchUp(false);
    return () => {
      follower.stop();
      leave();
      stopListening();
    };
  } catch (error) {
    stopListening();
    throw error;
  }
}

const Notice = z.object({ article: z.string().nullable(), type: z.string() });

function noticeIn(payload: string): z.infer<typeof Notice> | null {
  try {
    return Notice.parse(JSON.parse(payload));
  } catch {
    // Anybody who may connect may notify; what is not an event of ours is not for us.
    return null;
  }
}

/** Reads what is new, one reading at a time; whatever is told meanwhile makes it read once more. */
function followerOf(articleId: ArticleId, since: number, { tell, fail }: Ears) {
  let reached = since;
  /** An edit of approved text takes its approval away, which is news of the article too. */
  let state: string | undefined;
  let reading = false;
  let wanted: "nothing" | "steps" | "everything" = "nothing";
  let stopped = false;

  async function readOnce(everything: boolean): Promise<void> {
    const batches = await stepsSince(db, articleId, reached);
    const message = asReceived(batches, reached);
    if (stopped) return;
    reached = message.stepCount;
    if (message.steps.length > 0) tell({ kind: "steps", ...message });
    const row = await db.article.findUnique({ where: { id: articleId }, select: { version: true, state: true } });
    if (!row || stopped) return;
    if (state === undefined) tell({ kind: "begun", version: row.version });
    else if (everything || row.state !== state) tell({ kind: "article", version: row.version });
    state = row.state;
  }

  return {
    catchUp: async (everything: boolean): Promise<void> => {
      wanted = everything || wanted === "everything" ? "everything" : "steps";
      if (reading) return;
      reading = true;
      try {
        while (wanted !== "nothing" && !stopped) {
          const now = wanted;
          wanted = "nothing";
          await readOnce(now === "everything");
        }
      } catch (error) {
        fail(error);
      } finally {
        reading = false;
      }
    },
    stop: () => {
      stopped = true;
    },
  };
}
