import type { Candidate, KnownWork, Lookup } from "@/domain/source/candidates";
import { doiOf } from "@/domain/source/doi";
import type { ServiceId } from "@/domain/source/finding-settings";
import type { Pasted } from "@/domain/source/pasted";
import type { SourceRecord } from "@/domain/source/record";

/** How far one service is with one thing: asked, knows of it, knows nothing, or gave no answer (`why`, a sentence). */
export type ServiceProgress = { id: ServiceId; state: "asking" | "found" | "nothing" | "failed"; why: string };

/** One thing that was pasted, with all that is known of it so far. */
export type Entry = {
  pasted: Pasted;
  parsed: Partial<SourceRecord>;
  fitting: ServiceId[];
  services: ServiceProgress[];
  candidates: Candidate[];
  known: KnownWork[];
  /** The DOI that came to light, by which others were asked in turn. */
  doi: string | null;
};

export type LookupState = {
  phase: "idle" | "reading" | "open" | "refused";
  refusal: string | null;
  entries: Entry[];
  /** Which entry is looked at. */
  at: number;
  /** How many things of the text are left for another time. */
  rest: number;
};

export const nothingYet: LookupState = { phase: "idle", refusal: null, entries: [], at: 0, rest: 0 };

/** A thing that nobody was asked about yet. */
export const entryOf = ({ pasted, parsed, services, known }: Lookup): Entry => ({
  pasted,
  parsed,
  fitting: services,
  services: [],
  candidates: [],
  known,
  doi: null,
});

/** These services are being asked; what they said before is forgotten. Services that know of it already are left alone. */
export function asking(before: LookupState, index: number, services: readonly ServiceId[]): LookupState {
  return changed(before, index, (entry) => {
    const kept = entry.services.filter(({ id }) => !services.includes(id));
    const asked = services.map((id): ServiceProgress => ({ id, state: "asking", why: "" }));
    const candidates = entry.candidates.filter(({ service }) => !services.some((id) => id === service));
    return { ...entry, services: [...kept, ...asked], candidates };
  });
}

/** A service answered: what it knows, or that it knows nothing, or why it could not say. */
export function afterAnswer(before: LookupState, index: number, id: ServiceId, lookup: Lookup): LookupState {
  const failed = lookup.failed.find(({ service }) => service === id);
  if (failed) return afterFailure(before, index, id, failed.why);
  return changed(before, index, (entry) => {
    const found = lookup.candidates.filter(({ service }) => service === id);
    const others = entry.candidates.filter(({ service }) => service !== id);
    const known = [...entry.known, ...lookup.known];
    const doi = found.map(({ record }) => doiOf(record.DOI ?? "")).find((one) => one !== null);
    return {
      ...entry,
      services: entry.services.map((one) =>
        one.id === id ? { id, state: found.length > 0 ? "found" : "nothing", why: "" } : one,
      ),
      candidates: inOrder(entry.services, [...others, ...found]),
      known: known.filter((one, at) => known.findIndex(({ sourceId }) => sourceId === one.sourceId) === at),
      doi: entry.doi ?? doi ?? null,
    };
  });
}

/** A service gave no answer. */
export function afterFailure(before: LookupState, index: number, id: ServiceId, why: string): LookupState {
  return changed(before, index, (entry) => ({
    ...entry,
    services: entry.services.map((one) => (one.id === id ? { id, state: "failed", why } : one)),
  }));
}

/** Columns keep the order in which the services were asked, whoever answers first. */
function inOrder(services: readonly ServiceProgress[], candidates: Candidate[]): Candidate[] {
  const place = ({ service }: Candidate) => services.findIndex(({ id }) => id === service);
  return candidates.toSorted((a, b) => place(a) - place(b));
}

const changed = (before: LookupState, index: number, change: (entry: Entry) => Entry): LookupState => ({
  ...before,
  entries: before.entries.map((entry, at) => (at === index ? change(entry) : entry)),
});
