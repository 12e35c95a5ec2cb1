import type { Result } from "@/domain/result";

/**
 * What a guarded request may ask. `accept` are media types (RFC 9110), an empty list takes any; the declared type of an
 * answer of 2xx has to be among them. `etag` and `lastModified` make it conditional.
 */
export type FetchOptions = {
  method?: "GET" | "HEAD";
  accept?: readonly string[];
  headers?: Readonly<Record<string, string>>;
  etag?: string | null;
  lastModified?: string | null;
  /** Milliseconds for everything together; 10,000 at most and by default. */
  timeout?: number;
  /** Bytes of the body after decompression; 2 MB at most and by default. */
  size?: number;
  /** Redirects that are followed, each checked like the first; 5 at most and by default. */
  hops?: number;
  signal?: AbortSignal;
};

/** An answer, whatever its status: header names in small letters, the body after decompression. */
export type Fetched = {
  status: number;
  headers: Readonly<Record<string, string>>;
  body: Uint8Array;
  /** Where the answer came from in the end, and the addresses on the way there. */
  url: string;
  redirects: readonly { status: number; location: string }[];
  durationMs: number;
};

/** Why there is no answer, by name; `reason` is a sentence for people. */
export type FetchFailure = {
  kind:
    | "bad-url"
    | "unsafe"
    | "dns"
    | "refused"
    | "tls"
    | "timeout"
    | "too-large"
    | "too-many-redirects"
    | "bad-redirect"
    | "wrong-type"
    | "bad-encoding"
    | "aborted"
    | "network";
  reason: string;
  /** How far it came. */
  url: string;
  /** The status, where the head of an answer had arrived before it failed. */
  status?: number;
};

/** The one way out. Adapters and checks take it as an argument, so that tests give them a fake internet. */
export type Fetch = (url: string, options?: FetchOptions) => Promise<Result<Fetched, FetchFailure>>;
