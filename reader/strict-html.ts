/** An element of a parsed page. */
export type Element = { name: string; attributes: Map<string, string>; children: (Element | string)[] };

const empty = ["meta", "link", "br", "input", "hr", "img", "source"];
const raw = ["style", "script"];
const phrasing = "a b br cite code em mark q s small span strong sub sup time".split(" ");

/** Which children an element may have, where HTML says so and browsers would move the rest silently. */
const allowed: Record<string, readonly string[]> = {
  html: ["head", "body"],
  head: ["meta", "title", "link", "style", "script"],
  title: [],
  ul: ["li"],
  ol: ["li"],
  table: ["caption", "tbody"],
  tbody: ["tr"],
  tr: ["th", "td"],
  pre: phrasing,
  picture: ["source", "img"],
  ...Object.fromEntries(
    [...phrasing, "p", "h1", "h2", "h3", "h4", "summary", "th", "td", "caption", "figcaption"].map((name) => [
      name,
      phrasing,
    ]),
  ),
};

/**
 * Reads a page that our renderer made, and nothing looser: every element closed in order, every attribute quoted and
 * given once, ids used once, children where HTML allows them, no link in a link. Throws with the place otherwise.
 */
export function readStrictly(html: string): Element {
  const root: Element = { name: "#page", attributes: new Map(), children: [] };
  const open: Element[] = [root];
  const ids = new Set<string>();
  if (!html.startsWith("<!doctype html><html")) throw new Error("not a page");
  let at = "<!doctype html>".length;
  const wrong = (why: string): never => {
    throw new Error(`${why} at: ${html.slice(Math.max(0, at - 60), at + 80)}`);
  };
  while (at < html.length) {
    const parent = open.at(-1) ?? wrong("text after the page");
    const next = html.startsWith("<", at) ? at : html.indexOf("<", at) === -1 ? html.length : html.indexOf("<", at);
    if (next > at) {
      parent.children.push(decoded(html.slice(at, next)));
      at = next;
      continue;
    }
    const closing = /^<\/([a-z0-9]+)>/.exec(html.slice(at, at + 40));
    if (closing) {
      if (parent.name !== closing[1]) wrong(`</${closing[1]}> closes <${parent.name}>`);
      open.pop();
      at += closing[0].length;
      continue;
    }
    const opening = /^<([a-z][a-z0-9]*)((?: [a-zA-Z-]+(?:="[^"<]*")?)*)\/?>/.exec(html.slice(at)) ?? wrong("not a tag");
    const element: Element = {
      name: opening[1] ?? "",
      attributes: attributesIn(opening[2] ?? "", wrong),
      children: [],
    };
    place(element, open, ids, wrong);
    parent.children.push(element);
    at += opening[0].length;
    if (raw.includes(element.name)) {
      const end = html.indexOf(`</${element.name}>`, at);
      element.children.push(html.slice(at, end));
      at = end + element.name.length + 3;
    } else if (!empty.includes(element.name)) open.push(element);
  }
  if (open.length !== 1) wrong(`<${open.at(-1)?.name}> is not closed`);
  return root;
}

/** All elements in document order. */
export function elementsOf(element: Element): Element[] {
  return element.children.flatMap((child) => (typeof child === "string" ? [] : [child, ...elementsOf(child)]));
}

/** The words of an element, without those of style and script. */
export function wordsOf(element: Element): string {
  if (raw.includes(element.name)) return "";
  return element.children.map((child) => (typeof child === "string" ? child : wordsOf(child))).join("");
}

function place(element: Element, open: readonly Element[], ids: Set<string>, wrong: (why: string) => never): void {
  const parent = open.at(-1)?.name ?? "";
  const may = allowed[parent];
  if (may && !may.includes(element.name)) wrong(`<${element.name}> in <${parent}>`);
  if (element.name === "a" && open.some(({ name }) => name === "a")) wrong("a link in a link");
  const id = element.attributes.get("id");
  if (id === undefined) return;
  if (ids.has(id) || !/^\S+$/.test(id)) wrong(`the id ${id} is used twice or has white space`);
  ids.add(id);
}

function attributesIn(text: string, wrong: (why: string) => never): Map<string, string> {
  const attributes = new Map<string, string>();
  for (const [, name = "", value = ""] of text.matchAll(/ ([a-zA-Z-]+)(?:="([^"]*)")?/g)) {
    if (attributes.has(name)) wrong(`the attribute ${name} is given twice`);
    attributes.set(name, decoded(value));
  }
  return attributes;
}

const named: Record<string, string> = { lt: "<", gt: ">", amp: "&", quot: '"' };

const decoded = (text: string): string =>
  text.replace(/&(?:#x([0-9a-f]+)|([a-z]+));/gi, (whole, hex: string | undefined, name: string | undefined) =>
    hex ? String.fromCodePoint(Number.parseInt(hex, 16)) : (named[name ?? ""] ?? whole),
  );
