/** A request as a fake site sees it. */
export type SiteRequest = { method: string; url: URL; headers: Readonly<Record<string, string | undefined>> };

/** What a fake site answers; `chunks` streams with pauses between, for slow and endless bodies. */
export type SiteAnswer = {
  status?: number;
  headers?: Readonly<Record<string, string>>;
  body?: string | Uint8Array;
  chunks?: AsyncIterable<Uint8Array>;
  /** Waits this long before the head. */
  delayMs?: number;
};

/** One host of the fake internet. */
export type Site = { host: string; answer: (request: SiteRequest) => SiteAnswer | Promise<SiteAnswer> };
