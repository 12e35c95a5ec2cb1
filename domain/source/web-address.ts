import { originalAddress } from "./original-address";
import { isTracking } from "./tracking";
import { hostOf, siteOf } from "./web-host";

/**
 * A web address in the form in which two addresses of one page are equal. It is read as the web platform reads it
 * (WHATWG URL) and then freed of what newsrooms meet: always https, no `www`, mobile or AMP forms, default port, user,
 * fragment (a route after "#!" or "#/" stays), tracking, index file and trailing slash; parameters in the order of
 * their names, percent-encoding uniform; of an archive's snapshot the original. Null for anything else.
 */
export function webAddressOf(text: string): string | null {
  const address = originalAddress(text.replace(/^[\x00-\x20]+|[\x00-\x20]+$|[\t\n\r]/gu, ""));
  const parts = /^https?:[/\\]{1,}([^/\\?#]*)([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/isu.exec(address);
  if (!parts || address.length > 20_000) return null;
  const host = authorityOf(parts[1] ?? "");
  return host && `https://${host}${pathOf(parts[2] ?? "")}${queryOf(parts[3] ?? "")}${routeOf(parts[4] ?? "")}`;
}

/** Says whether a normalised address is a site's front page, which stands for the site and not for a work. */
export function isHomePage(normal: string): boolean {
  return !/^https:\/\/[^/?#]+[/?#]/u.test(normal);
}

function authorityOf(authority: string): string | null {
  const [, name = "", port = ""] = /^(\[[^\]]*\]|[^:]*)(?::(\d*))?$/u.exec(authority.replace(/^.*@/su, "")) ?? [];
  const host = name === "" || Number(port) > 65_535 ? null : hostOf(name);
  if (!host) return null;
  const bare = port.replace(/^0+(?=\d)/u, "");
  return siteOf(host) + (bare === "" || bare === "80" || bare === "443" ? "" : `:${bare}`);
}

function pathOf(path: string): string {
  const kept: string[] = [];
  for (const segment of encoded(path.replaceAll("\\", "/")).split("/")) {
    if (segment === "..") {
      // What stands before the first slash is the root, and nothing is above it.
      if (kept.length > 1) kept.pop();
    } else if (segment !== ".") kept.push(segment.replace(/;(?:jsessionid|phpsessid)=[\w.!-]*$/iu, ""));
  }
  const joined = withoutWay(kept.join("/").replace(/\/+$/u, ""));
  return joined === "" || joined.startsWith("/") ? joined : `/${joined}`;
}

/** Takes off index files and the marks of AMP, but "/amp" only after what looks like the name of a page. */
function withoutWay(path: string): string {
  const without = path
    .replace(/\/(?:index\.(?:html?|php\d?|shtml|xhtml|jsp|cfm|aspx?)|default\.(?:html?|aspx?))$/iu, "")
    .replace(/(?<=[\w-]{3})\.amp(?:\.html)?$/iu, (_, at: number) => (/\.html$/iu.test(path.slice(at)) ? ".html" : ""))
    .replace(/(\/[^/]*(?:[a-z\d]-[a-z\d]|\d{5}|\.html?)[^/]*)\/amp$/iu, "$1")
    .replace(/\/+$/u, "");
  return without === path ? path : withoutWay(without);
}

/** Parameters by name; those of one name stay in their order, which may matter. */
function queryOf(query: string): string {
  const kept = encoded(query)
    .replaceAll("'", "%27")
    .split("&")
    .filter((parameter) => parameter !== "" && !isTracking(parameter))
    .map((parameter) => ({ parameter, name: parameter.replace(/=.*$/u, "") }))
    .toSorted((one, other) => (one.name < other.name ? -1 : one.name > other.name ? 1 : 0));
  return kept.length > 0 ? `?${kept.map(({ parameter }) => parameter).join("&")}` : "";
}

/** The route of a page that is drawn in the browser; any other fragment is a place on the page. */
function routeOf(fragment: string): string {
  const route = encoded(fragment).replace(/\/+$/u, "");
  return /^(?:!|\/).+$/u.test(route) ? `#${route}` : "";
}

/** One form of percent-encoding: unreserved characters bare, hexadecimal digits large, what may not stand encoded. */
function encoded(text: string): string {
  return text
    .replace(/[\ud800-\udfff]/gu, "\ufffd")
    .replace(/%[0-9a-f]{2}/giu, (escape) => {
      const character = String.fromCharCode(Number.parseInt(escape.slice(1), 16));
      return /[\w.~-]/u.test(character) ? character : escape.toUpperCase();
    })
    .replace(/[^\x21-\x7e]|["<>`{}|^]/gu, (character) => encodeURIComponent(character));
}
