import { type Actor, may } from "@/domain/access/policy";
import type { SourceId } from "@/domain/ids";
import { type Excerpt, excerptAt } from "@/domain/source/quote/excerpt";
import { placesOf } from "@/domain/source/quote/likely";
import { db } from "@/server/db";
import { readCapture } from "@/server/db/captures";

/** The first places at which words stand in the newest text that is kept of a source; null where none is kept. */
export async function keptPassages(
  actor: Actor,
  sourceId: SourceId,
  words: string,
): Promise<{ at: string; passages: Excerpt[] } | null> {
  if (!may("source.read", actor)) return null;
  const capture = await readCapture(db, sourceId);
  if (!capture) return null;
  const { text, at } = capture;
  return {
    at: at.toISOString(),
    passages: placesOf(text, words.slice(0, 200), most).map((place) => excerptAt(text, place, 160)),
  };
}

const most = 5;
