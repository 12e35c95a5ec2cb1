import type { Candidate, FailedService, Findings } from "@/domain/source/candidates";
import { followUp } from "@/domain/source/candidates";
import { type ServiceId, serviceNames, servicesFor } from "@/domain/source/finding-settings";
import { fieldsIn, originOfAll } from "@/domain/source/origins";
import type { Pasted } from "@/domain/source/pasted";
import { fitOf, questionOf } from "@/domain/source/question";
import type { Result } from "@/domain/result";
import { fail } from "@/domain/result";
import type { Fetch } from "@/server/http/fetch";
import type { Asking, FinderFailure, Found } from "./finder";
import { finders } from "./finders";

/**
 * Looks one thing up at all services that may know of it, side by side; `only` narrows them. One that is down, slow or
 * out of its mind is named with the reason and keeps nobody else. A DOI that comes to light is looked up in turn.
 */
export async function find(
  pasted: Pasted,
  fetch: Fetch,
  asking: Asking,
  only: readonly ServiceId[] | null = null,
): Promise<Findings> {
  const query = questionOf(pasted);
  const fitting = servicesFor(query.kind, asking.settings);
  const first = await askAll(
    query,
    fitting.filter((id) => only?.includes(id) ?? true),
    fetch,
    asking,
  );
  const next = only === null ? followUp(query, first.candidates) : null;
  if (!next) return first;
  const fresh = servicesFor("doi", asking.settings).filter((id) => !first.asked.includes(id));
  const second = await askAll(next, fresh, fetch, asking);
  return {
    asked: [...first.asked, ...second.asked],
    candidates: [...first.candidates, ...second.candidates],
    nothing: [...first.nothing, ...second.nothing],
    failed: [...first.failed, ...second.failed],
  };
}

async function askAll(query: Pasted, services: ServiceId[], fetch: Fetch, asking: Asking): Promise<Findings> {
  const answers = await Promise.all(
    services.map(async (id) => ({ id, answer: await askOne(id, query, fetch, asking) })),
  );
  const candidates: Candidate[] = [];
  const nothing: ServiceId[] = [];
  const failed: FailedService[] = [];
  for (const { id, answer } of answers) {
    if (!answer.ok)
      failed.push({ service: id, name: serviceNames[id], why: answer.error.why, retryAfter: answer.error.retryAfter });
    else {
      const found = fitting(query, answer.value);
      if (found.length === 0) nothing.push(id);
      candidates.push(...found.map((one) => candidateOf(id, one, asking.now)));
    }
  }
  return { asked: services, candidates, nothing, failed };
}

/** Of what a search by words brought only what resembles the line, the likest first. */
function fitting({ kind, value }: Pasted, found: Found[]): Found[] {
  if (kind !== "line") return found;
  const fits = found.map((one) => ({ one, fit: fitOf(value, one.record) })).filter(({ fit }) => fit >= 0.5);
  return fits.toSorted((a, b) => b.fit - a.fit).map(({ one }) => one);
}

/** One service, for as long as the settings allow, however many questions it needs; a bug in reading it is its own. */
async function askOne(
  id: ServiceId,
  query: Pasted,
  fetch: Fetch,
  asking: Asking,
): Promise<Result<Found[], FinderFailure>> {
  const late = new AbortController();
  const { timeoutMs } = asking.settings;
  const signal = asking.signal ? AbortSignal.any([asking.signal, late.signal]) : late.signal;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLate = new Promise<Result<Found[], FinderFailure>>((resolve) => {
    timer = setTimeout(() => {
      late.abort();
      resolve(
        fail({ kind: "timeout", why: `It did not answer within ${timeoutMs / 1000} seconds.`, retryAfter: null }),
      );
    }, timeoutMs);
  });
  const answer = finders[id].find(query, fetch, { ...asking, signal }).catch(() => {
    return fail({ kind: "unreadable", why: "Its answer could not be understood.", retryAfter: null });
  });
  return Promise.race([answer, tooLate]).finally(() => clearTimeout(timer));
}

function candidateOf(service: ServiceId, { record, problems, notices, at, via = {} }: Found, now: Date): Candidate {
  const origins = originOfAll(record, { from: service, at: now.toISOString() });
  for (const field of fieldsIn(record)) {
    const [origin, way] = [origins[field], via[field]];
    if (origin && way) origins[field] = { ...origin, via: way };
  }
  return { service, record, origins, problems, notices, at };
}
