import { isHomePage, webAddressOf } from "@/domain/source/web-address";
import type { MetaTags } from "./meta-tags";

/**
 * Under which address a page wants to be cited: its canonical link (RFC 6596) where that is on the same site and not
 * only the site's front page, else the address that answered. A canonical address elsewhere is told, not taken.
 */
export function addressesOf(document: Document, meta: MetaTags, address: string): { url: string; problems: string[] } {
  const canonical =
    document.querySelector('link[rel~="canonical"]')?.getAttribute("href") ?? meta.first("og:url") ?? undefined;
  const absolute = canonical ? absoluteOf(canonical, address) : null;
  if (!absolute) return { url: address, problems: [] };
  const [told, answered] = [webAddressOf(absolute), webAddressOf(address)];
  if (!told || !answered || told === answered) return { url: absolute, problems: [] };
  if (isHomePage(told)) return { url: address, problems: [] };
  if (siteOf(told) === siteOf(answered)) return { url: absolute, problems: [] };
  return { url: address, problems: [`The page says that it is a copy of ${absolute.slice(0, 300)}.`] };
}

function absoluteOf(href: string, base: string): string | null {
  try {
    const url = new URL(href.trim(), base);
    return /^https?:$/u.test(url.protocol) && url.username === "" ? url.href : null;
  } catch {
    return null;
  }
}

const siteOf = (address: string): string => /^https:\/\/([^/?]+)/u.exec(address)?.[1] ?? address;
