import { fail, ok, type Result } from "@/domain/result";
import { decodeBody } from "@/server/http/charset";
import type { Fetch, Fetched } from "@/server/http/fetch";
import { retryAfter as pauseIn } from "@/server/http/retry-after";
import type { Asking, FinderFailure } from "./finder";
import { parsedJson } from "./loose";
import { pausedUntil, takePause } from "./pauses";

type Options = { accept: readonly string[]; size?: number };

/**
 * Asks a service one thing: its answer, null where it says that there is no such thing (404, 410), or why there is no
 * answer. A service that asked for a pause (429 or 503 with Retry-After, RFC 9110) is not asked before it is over.
 */
export async function ask(
  url: string,
  fetch: Fetch,
  asking: Asking,
  { accept, size }: Options,
): Promise<Result<Fetched | null, FinderFailure>> {
  const host = hostOf(url);
  const wait = pausedUntil(host, asking.now);
  if (wait > 0)
    return fail({ kind: "limited", why: `It asked for a pause: try again in ${spell(wait)}.`, retryAfter: wait });
  const answer = await fetch(url, {
    accept,
    timeout: asking.settings.timeoutMs,
    ...(size ? { size } : {}),
    ...(asking.signal ? { signal: asking.signal } : {}),
  });
  if (!answer.ok) return fail({ kind: answer.error.kind, why: answer.error.reason, retryAfter: null });
  const { status, headers } = answer.value;
  if (status >= 200 && status < 300) return ok(answer.value);
  if (status === 404 || status === 410) return ok(null);
  const pause = pauseIn(headers["retry-after"], asking.now);
  const retryAfter = pause === null ? null : Math.ceil(pause / 1000);
  if (status === 429 || (status === 503 && retryAfter !== null)) {
    const seconds = takePause(host, asking.now, retryAfter ?? 60);
    return fail({
      kind: "limited",
      why: `It has too many requests: try again in ${spell(seconds)}.`,
      retryAfter: seconds,
    });
  }
  return fail({ kind: "status", why: statusWords(status), retryAfter: null });
}

/** The text of an answer, in whatever character set it came. */
export const textIn = ({ body, headers }: Pick<Fetched, "body" | "headers">): string =>
  decodeBody(body, headers["content-type"]).text;

/** The same for an answer in JSON; one that is none is told as such. */
export async function askJson(url: string, fetch: Fetch, asking: Asking, accept = "application/json") {
  const answer = await ask(url, fetch, asking, { accept: [accept, "application/json"] });
  if (!answer.ok || answer.value === null) return answer;
  const json = parsedJson(textIn(answer.value));
  return json === undefined
    ? fail<FinderFailure>({ kind: "malformed", why: "Its answer could not be read.", retryAfter: null })
    : ok(json);
}

/** The address of a question with its parameters; those without a value are left off. */
export function withQuery(base: string, query: Readonly<Record<string, string | null>>): string {
  const told = Object.entries(query).flatMap(([name, value]) =>
    value === null ? [] : [`${encodeURIComponent(name)}=${encodeURIComponent(value.replace(/\p{Cs}/gu, "\ufffd"))}`],
  );
  return told.length > 0 ? `${base}?${told.join("&")}` : base;
}

function hostOf(url: string): string {
  return /^https?:\/\/([^/?#]+)/iu.exec(url)?.[1]?.toLowerCase() ?? url;
}

const spell = (seconds: number): string =>
  seconds < 90 ? `${seconds} second${seconds === 1 ? "" : "s"}` : `${Math.ceil(seconds / 60)} minutes`;

function statusWords(status: number): string {
  if (status === 401 || status === 403) return `It does not let us in (${status}).`;
  if (status >= 500) return `It has trouble of its own (${status}).`;
  return `It answered ${status}.`;
}
