import { z } from "zod";
import type { Tx } from "@/server/db";
import { namesOf } from "@/server/queries/names";
import { wordsFor } from "./words";

/** One line of history: who did what, in words, and when. `seq` is the event's number; edits in a row are one line. */
export type HistoryLine = { seq: string; type: string; by: string; words: string; at: string; times: number };

type Row = { seq: bigint; at: Date; type: string; actorId: string | null; data: unknown };

/** A person's edits in a row are put together while less than this passes between them, in milliseconds. */
const sitting = 30 * 60 * 1000;

/** Events, newest first, as lines. */
export async function linesOf(tx: Tx, events: readonly Row[]): Promise<HistoryLine[]> {
  const called = await namesOf(
    tx,
    events.map((event) => event.actorId),
  );
  const lines: (HistoryLine & { first: Date; sections: Set<string>; actor: string | null })[] = [];
  for (const { seq, at, type, actorId, data } of events) {
    const particulars = Particulars.parse(data);
    const sections = Sections.catch([]).parse(particulars["sections"]);
    const last = lines.at(-1);
    if (
      last &&
      type === "article.edited" &&
      last.type === type &&
      last.actor === actorId &&
      last.first.getTime() - at.getTime() < sitting
    ) {
      for (const section of sections) last.sections.add(section);
      last.first = at;
      last.times += 1;
      last.words = wordsFor(type, { sections: [...last.sections] });
      continue;
    }
    const words = wordsFor(type, particulars);
    const line = { seq: String(seq), type, by: called(actorId), words, at: at.toISOString(), times: 1 };
    lines.push({ ...line, first: at, sections: new Set(sections), actor: actorId });
  }
  return lines.map(({ first: _first, sections: _sections, actor: _actor, ...line }) => line);
}

const Particulars = z.record(z.string(), z.unknown());
const Sections = z.array(z.string());
