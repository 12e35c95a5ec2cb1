/** What of a piece of HTML a reader sees, by paragraph; `hidden` says that there were comments, scripts or styles. */
export type HtmlWords = { paragraphs: string[]; hidden: boolean };

const invisible = new Set(["script", "style", "template", "head", "noscript", "svg"]);
const inline = new Set(
  "a abbr b bdi bdo big cite code data del dfn em font i ins kbd mark q s samp small span strike strong sub sup time tt u var wbr".split(
    " ",
  ),
);

/** Walks over HTML once, taking tags, comments and invisible elements out and entities apart. */
export function htmlWords(html: string): HtmlWords {
  let words = "";
  let hidden = false;
  let at = 0;
  while (at < html.length) {
    const start = html.indexOf("<", at);
    if (start === -1 || html.indexOf(">", start) === -1) break;
    words += html.slice(at, start);
    if (html.startsWith("<!--", start)) {
      const end = html.indexOf("-->", start + 4);
      hidden = true;
      at = end === -1 ? html.length : end + 3;
      continue;
    }
    const end = html.indexOf(">", start);
    const tag = /^<\/?([a-z][\w-]{0,40})(?=[\s/>])/iu.exec(html.slice(start, start + 50))?.[1]?.toLowerCase();
    if (tag === undefined && !/^<[!?]/u.test(html.slice(start, start + 2))) {
      words += "<";
      at = start + 1;
      continue;
    }
    at = end + 1;
    if (tag && invisible.has(tag) && html.charAt(start + 1) !== "/") {
      const closing = html.toLowerCase().indexOf(`</${tag}`, at);
      hidden = true;
      at = closing === -1 ? html.length : closing;
    } else if (tag === "img") words += attributeOf(html.slice(start, end), "alt");
    else if (!tag || !inline.has(tag)) words += "\n\n";
  }
  words += html.slice(at);
  const paragraphs = words.split(/\n\s*\n/u).map((part) => withoutEntities(part).replace(/\s+/gu, " ").trim());
  return { paragraphs: paragraphs.filter(Boolean), hidden };
}

/** The value of an attribute of a tag, or nothing. */
export function attributeOf(tag: string, name: string): string {
  const match = new RegExp(String.raw`\s${name}\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+))`, "iu").exec(tag);
  return withoutEntities(match?.[1] ?? match?.[2] ?? match?.[3] ?? "");
}

const named: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: "\u00A0",
  ndash: "–",
  mdash: "—",
  hellip: "…",
  lsquo: "‘",
  rsquo: "’",
  ldquo: "“",
  rdquo: "”",
  copy: "©",
};

function withoutEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/giu, (whole, decimal, hex, name) => {
    if (name) return named[String(name).toLowerCase()] ?? whole;
    const code = decimal ? Number(decimal) : Number.parseInt(String(hex), 16);
    return code > 31 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : whole;
  });
}
