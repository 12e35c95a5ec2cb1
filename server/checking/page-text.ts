import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";
import type { ReadText } from "./reading";

/**
 * What a person would read of an HTML page: the article that Readability finds first, then every other visible block, so
 * that a quote from anywhere on the page can be found. Blocks are paragraphs, with white space made single.
 */
export function pageText(html: string): ReadText {
  const { document } = parseHTML(whole(html));
  const title = oneLine(document.querySelector("title")?.textContent ?? "");
  const heading = oneLine(document.querySelector("h1")?.textContent ?? "");
  const free = saysFree(document);
  for (const hidden of document.querySelectorAll(unseen)) hidden.remove();
  const all = blocksOf(document.documentElement);
  const main = articleBlocks(html);
  const seen = new Set(main);
  const rest = all.filter((block) => !seen.has(block));
  return {
    title,
    heading,
    free,
    main: (main.length > 0 ? main : all).join("\n\n"),
    text: [...main, ...rest].join("\n\n"),
  };
}

/** The parser makes no `html` and no `body` where a page leaves them out, as it may (HTML standard, 13.1.2.4). */
const whole = (html: string): string =>
  /<body[\s>]/iu.test(html)
    ? html
    : `<!doctype html><html><body>${html.replace(/<!doctype[^>]*>|<\/?html[^>]*>/giu, "")}</body></html>`;

const unseen = "title, script, style, template, noscript, svg, iframe, nav, [hidden], [aria-hidden='true']";

/** Readability changes the document that it reads, so it gets one of its own. */
function articleBlocks(html: string): string[] {
  const { document } = parseHTML(whole(html));
  if (!document.body) return [];
  const content = new Readability(document, { maxElemsToParse: 50_000 }).parse()?.content;
  if (!content) return [];
  const { body } = parseHTML(`<!doctype html><html><body>${content}</body></html>`).document;
  return blocksOf(body);
}

/** The text of each innermost block, in the order of the page. */
function blocksOf(root: Element): string[] {
  const blocks: string[] = [];
  let line = "";
  const close = () => {
    const text = oneLine(line);
    if (text) blocks.push(text);
    line = "";
  };
  const stack: (Node | null)[] = [root];
  while (stack.length > 0) {
    const node = stack.pop();
    if (node === null || node === undefined) close();
    else if (node.nodeType === 3) line += node.textContent ?? "";
    else if (node.nodeType === 1) {
      const block = !inline.has(node.nodeName.toLowerCase());
      if (block) {
        close();
        stack.push(null);
      }
      for (const child of [...node.childNodes].reverse()) stack.push(child);
    }
  }
  close();
  return blocks;
}

const inline = new Set(
  "a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark q s samp small span strike strong sub sup time tt u var wbr".split(
    " ",
  ),
);

/** `isAccessibleForFree` of the page's JSON-LD (schema.org), null where it says nothing. */
function saysFree(document: Document): boolean | null {
  const scripts = [...document.querySelectorAll('script[type="application/ld+json"]')];
  const said = scripts.flatMap((script) => {
    const found = /"isAccessibleForFree"\s*:\s*"?(true|false)/iu.exec(script.textContent ?? "")?.[1];
    return found ? [found.toLowerCase() === "true"] : [];
  });
  return said.length === 0 ? null : said.every(Boolean);
}

const oneLine = (text: string): string => text.replace(/\s+/gu, " ").trim();
