import { fail, ok, type Result } from "@/domain/result";
import type { ServiceId } from "@/domain/source/finding-settings";
import type { Pasted } from "@/domain/source/pasted";
import { fitOf } from "@/domain/source/question";
import type { Fetch } from "@/server/http/fetch";
import type { Asking, Finder, FinderFailure, Found } from "./finder";
import { finders } from "./finders";

type Answer = Result<Found[], FinderFailure>;

/**
 * One service about one thing, for as long as the settings allow, however many questions it needs. Where it does not
 * know the identifier of a line (they are often mistyped) it is asked for the line's words. A bug in reading it is its own.
 */
export async function askService(
  id: ServiceId,
  question: Pasted,
  pasted: Pasted,
  fetch: Fetch,
  asking: Asking,
): Promise<Answer> {
  const late = new AbortController();
  const { timeoutMs } = asking.settings;
  const signal = asking.signal ? AbortSignal.any([asking.signal, late.signal]) : late.signal;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLate = new Promise<Answer>((resolve) => {
    timer = setTimeout(() => {
      late.abort();
      const why = `It did not answer within ${timeoutMs / 1000} seconds.`;
      resolve(fail({ kind: "timeout", why, retryAfter: null }));
    }, timeoutMs);
  });
  const answer = askAndAsk(finders[id], question, pasted, fetch, { ...asking, signal }).catch(() =>
    fail({ kind: "unreadable", why: "Its answer could not be understood.", retryAfter: null }),
  );
  return Promise.race([answer, tooLate]).finally(() => clearTimeout(timer));
}

async function askAndAsk(
  finder: Finder,
  question: Pasted,
  pasted: Pasted,
  fetch: Fetch,
  asking: Asking,
): Promise<Answer> {
  const first = await finder.find(question, fetch, asking);
  if (!first.ok) return first;
  const found = fitting(question, first.value);
  if (found.length > 0 || question.kind === pasted.kind || !finder.finds.includes(pasted.kind)) return ok(found);
  const second = await finder.find(pasted, fetch, asking);
  return second.ok ? ok(fitting(pasted, second.value)) : second;
}

/** Of what a search by words brought only what resembles the line, the likest first. */
function fitting({ kind, value }: Pasted, found: Found[]): Found[] {
  if (kind !== "line") return found;
  const fits = found.map((one) => ({ one, fit: fitOf(value, one.record) })).filter(({ fit }) => fit >= 0.5);
  return fits.toSorted((a, b) => b.fit - a.fit).map(({ one }) => one);
}
