import type { FindingSettings, ServiceId } from "@/domain/source/finding-settings";
import type { Notice } from "@/domain/source/notice";
import type { Pasted, PastedKind } from "@/domain/source/pasted";
import type { SourceRecord } from "@/domain/source/record";
import type { Result } from "@/domain/result";
import type { Fetch } from "@/server/http/fetch";

/** A work that a service knows: the fields that passed, what did not (in sentences), and what notices tell of it. */
export type Found = {
  record: SourceRecord;
  problems: string[];
  notices: Notice[];
  /** Where a person sees the answer for themselves, or null. */
  at: string | null;
  /** How each field was told, where a service tells in several ways. */
  via?: Partial<Record<keyof SourceRecord, string>>;
};

/** Why a service gave no answer: a sentence for people; `retryAfter` is in seconds where the service asked for a pause. */
export type FinderFailure = { kind: string; why: string; retryAfter: number | null };

/** What each service is asked with: the settings, the moment of asking, and the signal that ends it. */
export type Asking = { settings: FindingSettings; now: Date; signal?: AbortSignal };

/** One service that knows of works. An empty list means that it answered and knows nothing of this one. */
export type Finder = {
  id: ServiceId;
  finds: readonly PastedKind[];
  find: (query: Pasted, fetch: Fetch, asking: Asking) => Promise<Result<Found[], FinderFailure>>;
};
