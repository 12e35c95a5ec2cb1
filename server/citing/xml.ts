import { SaxesParser } from "saxes";
import { fail, ok, type Result } from "@/domain/result";

/** An element as citeproc reads it. Text is a string among the children. */
export type Element = { name: string; attrs: Record<string, string>; children: (Element | string)[] };

const namespace = "http://purl.org/net/xbiblio/csl";
const deepest = 60;
const mostElements = 20_000;
const mostCharacters = 512 * 1024;

/**
 * Reads the XML of a style or a locale (CSL 1.0.2) into a tree. Refused with words: what is no well-formed XML, a DOCTYPE
 * (so there are no entities but XML's five), another namespace, and more depth or elements than any style has use for.
 */
export function readXml(xml: string): Result<Element, string> {
  if (xml.length > mostCharacters) return fail(`A style has at most ${mostCharacters / 1024} thousand characters.`);
  const parser = new SaxesParser({ xmlns: true });
  const root: Element = { name: "", attrs: {}, children: [] };
  const open: Element[] = [root];
  let elements = 0;
  let fault: string | null = null;
  const refuse = (words: string) => (fault ??= words);
  parser.on("error", (error) => refuse(`It is not well-formed XML: ${error.message}`));
  parser.on("doctype", () => refuse("It has a DOCTYPE, which styles have no use for."));
  parser.on("opentag", (tag) => {
    elements += 1;
    if (open.length > deepest) refuse(`Its elements are nested more than ${deepest} deep.`);
    if (elements > mostElements) refuse(`It has more than ${mostElements} elements.`);
    if (tag.uri !== namespace) refuse(`The element ${tag.name} is not of CSL: its namespace is not ${namespace}.`);
    if (fault) return;
    const attrs = Object.fromEntries(
      Object.values(tag.attributes).flatMap(({ name, prefix, value }) =>
        prefix === "xmlns" || name === "xmlns" ? [] : [[name, value]],
      ),
    );
    const element: Element = { name: tag.local, attrs, children: [] };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on("closetag", () => {
    const closed = fault ? undefined : open.pop();
    if (closed && bearsText.has(closed.name) && closed.children.length === 0) closed.children.push("");
  });
  const text = (words: string) => {
    const inside = open.at(-1);
    if (fault || !inside || !bearsText.has(inside.name)) return;
    const last = inside.children.at(-1);
    if (typeof last === "string") inside.children[inside.children.length - 1] = last + words;
    else inside.children.push(words);
  };
  parser.on("text", (words) => words.trim() && text(words));
  parser.on("cdata", text);
  for (let at = 0; at < xml.length && !fault; at += 65_536) parser.write(xml.slice(at, at + 65_536));
  if (!fault) parser.close();
  if (fault) return fail(fault);
  const top = root.children.find((child) => typeof child !== "string");
  return typeof top === "object" ? ok(top) : fail("There is no element in it.");
}

/** Elements whose text says something; elsewhere it is white space between elements. */
const bearsText = new Set(["term", "single", "multiple", "title", "title-short", "id"]);

/** The elements among an element's children, of one name if one is given. */
export const elementsOf = (element: Element, name?: string): Element[] =>
  element.children.filter(
    (child): child is Element => typeof child !== "string" && (name === undefined || child.name === name),
  );
