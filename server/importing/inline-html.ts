import type { TextMark } from "@/domain/importing/tree";
import { attributeOf } from "./html-words";

/** A tag that is open while a line is read, with the mark that it stands for. */
export type OpenTag = { name: string; mark: TextMark | null };

const marks: Readonly<Record<string, Exclude<TextMark["kind"], "link">>> = {
  b: "strong",
  strong: "strong",
  i: "em",
  em: "em",
  cite: "em",
  s: "strike",
  del: "strike",
  strike: "strike",
  sub: "sub",
  sup: "sup",
  code: "code",
  kbd: "code",
};

/** The name of a tag and whether it opens, closes or does both; null for a comment or anything else. */
export function tagOf(html: string): { name: string; closes: boolean; closed: boolean } | null {
  const match = /^<(\/?)([a-z][\w-]*)[^>]*?(\/?)>$/iu.exec(html);
  if (!match?.[2]) return null;
  const name = match[2].toLowerCase();
  const isVoid = ["br", "img", "hr", "wbr", "input", "meta", "link"].includes(name);
  return { name, closes: match[1] === "/", closed: match[3] === "/" || isVoid };
}

/** The mark that a tag stands for, or null. */
export function markOfTag(name: string, html: string): TextMark | null {
  if (name === "a") {
    const href = attributeOf(html, "href");
    return href && !href.startsWith("#") ? { kind: "link", href } : null;
  }
  const kind = marks[name];
  return kind ? { kind } : null;
}
