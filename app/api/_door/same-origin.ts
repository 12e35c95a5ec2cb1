/**
 * Whether a request comes from a page of this site itself. A browser says so with Sec-Fetch-Site and Origin; a request
 * with cookies that says neither is not trusted.
 */
export function isSameOrigin(request: Request): boolean {
  const site = request.headers.get("sec-fetch-site");
  if (site !== null && site !== "same-origin") return false;
  const origin = request.headers.get("origin");
  return origin === null ? request.headers.get("cookie") === null : ownOrigin(origin, request.headers.get("host"));
}

function ownOrigin(origin: string, host: string | null): boolean {
  const given = parsed(origin);
  if (!given) return false;
  const site = parsed(process.env["SITE_URL"] ?? "");
  return given.host === host || given.origin === site?.origin;
}

const parsed = (url: string): URL | null => (URL.canParse(url) ? new URL(url) : null);
