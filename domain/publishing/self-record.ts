import type { SourceName, SourceRecord } from "@/domain/source/record";
import { absolute, editionPath } from "./address";
import type { SiteView } from "./edition";

type Printed = { title: string; byline: string; slug: string; number: number; publishedAt: Date };

/** An edition as a source, for those who cite it: an article on the web page of the house, at its permanent address. */
export function selfRecord(site: SiteView, { title, byline, slug, number, publishedAt }: Printed): SourceRecord {
  const authors = namesIn(byline);
  return {
    type: "article-newspaper",
    title: title.trim() || "Untitled",
    ...(authors.length > 0 ? { author: authors } : {}),
    ...(site.name.trim() ? { "container-title": site.name.trim() } : {}),
    issued: {
      "date-parts": [[publishedAt.getUTCFullYear(), publishedAt.getUTCMonth() + 1, publishedAt.getUTCDate()]],
    },
    ...(site.baseUrl ? { URL: absolute(site.baseUrl, editionPath(slug, number)) } : {}),
  };
}

/** "By Ann Lee and Bo van Ek" as two people. A name of one word, or of more than four, is taken as it stands. */
function namesIn(byline: string): SourceName[] {
  const all = byline.replace(/^by\s+/iu, "").split(/\s*(?:,|;|&|\band\b)\s*/iu);
  return all.flatMap((name): SourceName[] => {
    const words = name.trim().split(/\s+/u);
    if (!words[0]) return [];
    const particles = words.findIndex((word, index) => index > 0 && /^\p{Ll}/u.test(word));
    const cut = particles > 0 ? particles : words.length - 1;
    if (words.length < 2 || words.length > 4) return [{ literal: name.trim() }];
    return [{ given: words.slice(0, cut).join(" "), family: words.slice(cut).join(" ") }];
  });
}
