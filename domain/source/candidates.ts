import { doiOf } from "./doi";
import type { SourceId } from "@/domain/ids";
import type { ServiceId } from "./finding-settings";
import { identityKeys, keyText } from "./identity";
import { yearOf } from "./names";
import type { Notice } from "./notice";
import type { Origins } from "./origins";
import type { Pasted } from "./pasted";
import type { SourceRecord } from "./record";

/** A work as one service describes it, each field with its origin; nothing of it is taken over before a person says so. */
export type Candidate = {
  service: ServiceId | "text";
  record: SourceRecord;
  origins: Origins;
  /** What of the answer was left out, in sentences. */
  problems: string[];
  notices: Notice[];
  /** Where a person sees the answer for themselves. */
  at: string | null;
};

/** A service that gave no answer, and why, in a sentence; `retryAfter` in seconds where it asked for a pause. */
export type FailedService = { service: ServiceId; name: string; why: string; retryAfter: number | null };

/** What looking one thing up came to: who was asked, what each knows, who knows nothing of it, and who did not answer. */
export type Findings = {
  asked: ServiceId[];
  candidates: Candidate[];
  nothing: ServiceId[];
  failed: FailedService[];
};

/** A source that the library has, as a look-up offers it. */
export type KnownWork = { sourceId: SourceId; title: string; detail: string };

/** What one pasted thing came to: what can be read from it, who may know more, what the library has, what others say. */
export type Lookup = Findings & {
  pasted: Pasted;
  parsed: Partial<SourceRecord>;
  /** The services that fit, in the order of the settings; `asked` are those that were asked this time. */
  services: ServiceId[];
  /** Sources of the library that are this work; they are offered first. */
  known: KnownWork[];
};

/**
 * Candidates side by side: those of one work together, in the order they came in. Works are the same by identity, or,
 * where both come from searching for words, by title and year.
 */
export function groupCandidates(candidates: readonly Candidate[]): Candidate[][] {
  const groups: { keys: Set<string>; members: Candidate[] }[] = [];
  for (const candidate of candidates) {
    const keys = keysOf(candidate.record);
    const same = groups.filter((group) => keys.some((key) => group.keys.has(key)));
    const [home, ...others] = same;
    if (!home) {
      groups.push({ keys: new Set(keys), members: [candidate] });
      continue;
    }
    home.members.push(candidate);
    for (const key of keys) home.keys.add(key);
    for (const other of others) {
      home.members.push(...other.members);
      for (const key of other.keys) home.keys.add(key);
      groups.splice(groups.indexOf(other), 1);
    }
  }
  return groups.map(({ members }) => members);
}

function keysOf(record: SourceRecord): string[] {
  const words = record.title
    .toLowerCase()
    .normalize("NFKD")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
  return [...identityKeys(record).map(keyText), ...(words.length > 12 ? [`title:${words}:${yearOf(record)}`] : [])];
}

/** The DOI that an answer brought to light and that was not asked for: worth a second round, for the page of a journal. */
export function followUp(query: Pasted, candidates: readonly Candidate[]): Pasted | null {
  if (query.kind === "doi" || query.kind === "line" || query.kind === "arxiv") return null;
  const dois = new Set(candidates.flatMap(({ record }) => doiOf(record.DOI ?? "") ?? []));
  const [doi, ...others] = dois;
  return doi && others.length === 0 ? { kind: "doi", value: doi, text: query.text } : null;
}
