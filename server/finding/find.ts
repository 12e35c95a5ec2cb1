import { type Candidate, type FailedService, type Findings, followUp } from "@/domain/source/candidates";
import { type ServiceId, serviceNames, servicesFor } from "@/domain/source/finding-settings";
import { fieldsIn, originOfAll } from "@/domain/source/origins";
import type { Pasted } from "@/domain/source/pasted";
import { questionOf } from "@/domain/source/question";
import type { Fetch } from "@/server/http/fetch";
import { askService } from "./ask-service";
import type { Asking, Found } from "./finder";

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
    pasted,
    fitting.filter((id) => only?.includes(id) ?? true),
    fetch,
    asking,
  );
  const next = only === null ? followUp(query, first.candidates) : null;
  if (!next) return first;
  const fresh = servicesFor("doi", asking.settings).filter((id) => !first.asked.includes(id));
  const second = await askAll(next, next, fresh, fetch, asking);
  return {
    asked: [...first.asked, ...second.asked],
    candidates: [...first.candidates, ...second.candidates],
    nothing: [...first.nothing, ...second.nothing],
    failed: [...first.failed, ...second.failed],
  };
}

async function askAll(
  query: Pasted,
  pasted: Pasted,
  services: ServiceId[],
  fetch: Fetch,
  asking: Asking,
): Promise<Findings> {
  const answers = await Promise.all(
    services.map(async (id) => ({ id, answer: await askService(id, query, pasted, fetch, asking) })),
  );
  const candidates: Candidate[] = [];
  const nothing: ServiceId[] = [];
  const failed: FailedService[] = [];
  for (const { id, answer } of answers) {
    if (!answer.ok)
      failed.push({ service: id, name: serviceNames[id], why: answer.error.why, retryAfter: answer.error.retryAfter });
    else if (answer.value.length === 0) nothing.push(id);
    else candidates.push(...answer.value.map((found) => candidateOf(id, found, asking.now)));
  }
  return { asked: services, candidates, nothing, failed };
}

function candidateOf(service: ServiceId, { record, problems, notices, at, via = {} }: Found, now: Date): Candidate {
  const origins = originOfAll(record, { from: service, at: now.toISOString() });
  for (const field of fieldsIn(record)) {
    const [origin, way] = [origins[field], via[field]];
    if (origin && way) origins[field] = { ...origin, via: way };
  }
  return { service, record, origins, problems, notices, at };
}
