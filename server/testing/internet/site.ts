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
  /** These bytes go out instead of a well-formed answer, and the connection is closed after them. */
  raw?: string | Uint8Array;
};

/** One host of the fake internet; `addresses` is what its name stands for in DNS, a public address if not said. */
export type Site = {
  host: string;
  addresses?: readonly string[];
  answer: (request: SiteRequest) => SiteAnswer | Promise<SiteAnswer>;
};
