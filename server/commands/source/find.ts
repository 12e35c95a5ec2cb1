import { z } from "zod";
import { may } from "@/domain/access/policy";
import { fail, ok } from "@/domain/result";
import type { Candidate, Lookup } from "@/domain/source/candidates";
import { ServiceId, servicesFor } from "@/domain/source/finding-settings";
import { recordFromPasted } from "@/domain/source/from-pasted";
import { type IdentityKey, identityKeys, keyText } from "@/domain/source/identity";
import { type Pasted, whatIsPasted } from "@/domain/source/pasted";
import { questionOf } from "@/domain/source/question";
import type { SourceRecord } from "@/domain/source/record";
import { command } from "@/server/commands/command";
import { inTransaction } from "@/server/db";
import { findingSettings } from "@/server/db/finding-settings";
import { countTry } from "@/server/db/limits";
import { worksByKey } from "@/server/db/works";
import { find as findAll } from "@/server/finding/find";
import type { Fetch } from "@/server/http/fetch";
import { guardedFetch } from "@/server/http/guarded-fetch";

/**
 * Looks up what was pasted, ten things at most, and keeps nothing. `services` narrows who is asked: an empty list asks
 * nobody and says who could be asked, so that a screen can ask one by one and show how each is doing.
 */
export const findWith = (fetch: Fetch) =>
  command({
    name: "source.find",
    bodyLimit: 512 * 1024,
    input: z.strictObject({
      text: z
        .string()
        .max(400_000)
        // What no database takes is in no identifier either.
        .transform((text) => text.replace(/[\0\p{Cs}]/gu, "").trim())
        .pipe(z.string().min(1, "There is nothing to look up.")),
      services: z.array(ServiceId).max(20).nullable().default(null),
    }),
    run: async (actor, { text, services }) => {
      if (!may("source.find", actor) || !actor.id) return fail({ kind: "forbidden" });
      const pasted = whatIsPasted(text);
      const settings = await inTransaction(findingSettings);
      const asking = { settings, now: new Date() };
      const taken = pasted.slice(0, most);
      const fitting = (query: Pasted) => servicesFor(questionOf(query).kind, settings);
      const questions = taken.flatMap((query) => fitting(query).filter((id) => services?.includes(id) ?? true));
      if (questions.length > 0) {
        const counted = await countTry("find", actor.id, questions.length);
        if (!counted.ok) return fail(counted.error);
      }
      const lookups: Lookup[] = [];
      // Two at a time: some services want no more from one guest.
      for (let at = 0; at < taken.length; at += 2) {
        const found = taken.slice(at, at + 2).map(async (query): Promise<Lookup> => {
          const findings = await findAll(query, fetch, asking, services);
          const parsed = recordFromPasted(query);
          return { pasted: query, parsed, services: fitting(query), known: [], ...findings };
        });
        lookups.push(...(await Promise.all(found)));
      }
      return ok({ lookups: await withKnown(lookups), rest: pasted.slice(most) });
    },
  });

export const find = findWith(guardedFetch);

const most = 10;

/** Says of each which sources the library has under the identities that came to light. */
async function withKnown(lookups: Lookup[]): Promise<Lookup[]> {
  const keys = lookups.map(({ parsed, candidates }) => [...keysOf(parsed), ...candidates.flatMap(keysOfCandidate)]);
  const works = await inTransaction((tx) => worksByKey(tx, keys.flat()));
  return lookups.map((lookup, at) => {
    const known = (keys[at] ?? []).flatMap((key) => works.get(keyText(key)) ?? []);
    return {
      ...lookup,
      known: known.filter((one, index) => known.findIndex(({ sourceId }) => sourceId === one.sourceId) === index),
    };
  });
}

const keysOf = (parsed: Partial<SourceRecord>): IdentityKey[] =>
  identityKeys({ ...parsed, type: parsed.type ?? "document", title: parsed.title ?? "?" });

const keysOfCandidate = ({ record }: Candidate): IdentityKey[] => identityKeys(record);
