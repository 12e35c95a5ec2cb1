import { doiOf } from "./doi";
import type { SourceRecord } from "./record";

/** Where a source can be looked at, and the host that has to be asked. */
export type LinkAddress = { url: string; host: string };

/** The address at which a source is checked: its own, or the resolver's of its DOI; null when it has neither. */
export function linkAddressOf({ URL: own, DOI }: Pick<SourceRecord, "URL" | "DOI">): LinkAddress | null {
  if (own) {
    const host = hostOf(own);
    return host ? { url: own, host } : null;
  }
  const doi = DOI ? doiOf(DOI) : null;
  return doi ? { url: `https://doi.org/${encoded(doi)}`, host: "doi.org" } : null;
}

/** The host of a web address in small letters, without port and user; null for anything else. */
export function hostOf(address: string): string | null {
  const authority = /^https?:\/\/([^/?#\\]+)/iu.exec(address.trim())?.[1];
  const host = authority?.replace(/^.*@/u, "").replace(/:\d*$/u, "").replace(/\.$/u, "").toLowerCase();
  return host && !/\s/u.test(host) ? host : null;
}

/** What a path may not hold bare (RFC 3986); the slash and the brackets of a DOI stay as its resolver writes them. */
const encoded = (doi: string): string =>
  doi.replace(/[^\w\-.~/:;()!*'@&=+$,]/gu, (character) => encodeURIComponent(character));
