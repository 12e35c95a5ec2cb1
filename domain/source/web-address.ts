/**
 * A web address in the form in which two addresses of one page are equal (after RFC 3986 section 6, and what newsrooms
 * meet): always https, host in small letters without `www`, `m` and `amp`, default port, user, fragment, tracking
 * parameters and trailing slash taken off, parameters sorted, percent-encoding uniform. Null for anything else.
 */
export function webAddressOf(text: string): string | null {
  const parts = /^https?:\/\/([^/?#]*)([^?#]*)(?:\?([^#]*))?/iu.exec(text.trim());
  const host = hostOf(parts?.[1] ?? "");
  if (!parts || !host) return null;
  return `https://${host}${pathOf(parts[2] ?? "")}${queryOf(parts[3] ?? "")}`;
}

/** A web address as written, only without the parameters that say how a reader came. */
export function withoutTracking(address: string): string {
  return address.replace(/\?([^#]*)/u, (_, query: string) => {
    const kept = query.split("&").filter((parameter) => !tracking.test(parameter.replace(/=.*$/u, "")));
    return kept.length > 0 ? `?${kept.join("&")}` : "";
  });
}

/** Says whether a normalised address is a site's front page, which stands for the site and not for a work. */
export function isHomePage(normal: string): boolean {
  return !/^https:\/\/[^/?]+[/?]/u.test(normal);
}

function hostOf(authority: string): string | null {
  const host = authority.replace(/^.*@/u, "").toLowerCase();
  const [, name = "", port = ""] = /^(\[[0-9a-f:.]+\]|[^\s:[\]]+?)\.*(?::(\d*))?$/u.exec(host) ?? [];
  const labels = name.split(".");
  if (name === "" || labels.includes("")) return null;
  const kept = labels.filter((label, at) => at >= labels.length - 2 || !variants.has(label));
  return kept.join(".") + (defaultPorts.has(port) ? "" : `:${port}`);
}

const defaultPorts = new Set(["", "80", "443"]);

/** Host labels that name a way of serving a page rather than a site. */
const variants = new Set(["www", "m", "amp"]);

function pathOf(path: string): string {
  const kept: string[] = [];
  for (const segment of encoded(path).split("/")) {
    if (segment === "..") kept.pop();
    else if (segment !== ".") kept.push(segment);
  }
  const joined = kept.join("/").replace(/\/+$/u, "");
  return joined === "" || joined.startsWith("/") ? joined : `/${joined}`;
}

function queryOf(query: string): string {
  const kept = encoded(query)
    .split("&")
    .filter((parameter) => parameter !== "" && !tracking.test(parameter.replace(/=.*$/u, "")))
    .sort();
  return kept.length > 0 ? `?${kept.join("&")}` : "";
}

/** Parameters that say how a reader came, never what is read. */
const tracking =
  /^(?:utm_\w*|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|twclid|ttclid|igshid|igsh|mc_cid|mc_eid|mkt_tok|vero_id|_hsenc|_hsmi|_ga|_gl|ref_src|ref_url|li_fat_id|oly_anon_id|oly_enc_id|cmpid|smid|srsltid)$/iu;

/** One form of percent-encoding: unreserved characters bare, hexadecimal digits large, anything not ASCII encoded. */
function encoded(text: string): string {
  return text
    .replace(/[\ud800-\udfff]/gu, "\ufffd")
    .replace(/%[0-9a-f]{2}/giu, (escape) => {
      const character = String.fromCharCode(Number.parseInt(escape.slice(1), 16));
      return /[\w.~-]/u.test(character) ? character : escape.toUpperCase();
    })
    .replace(/[^\x21-\x7e]/gu, (character) => encodeURIComponent(character));
}
