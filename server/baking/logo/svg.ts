import { SaxesParser, type SaxesTagNS } from "saxes";
import { escaped } from "./escaped";
import { fail, ok, type Result } from "@/domain/result";
import type { Logo } from "@/domain/looks/looks";
import { attributeOf, elements, mostNumbers, ofEditors, styleDeclarations } from "./allowed";

const svg = "http://www.w3.org/2000/svg";
const mostCharacters = 60_000;
const mostElements = 2_000;
const deepest = 24;

/**
 * Reads a drawing (SVG 1.1) and writes it anew from what a logo needs: shapes, paths, gradients and clips, with plain values. What
 * belongs to a drawing program is left out; what could run, load, animate or restyle is refused, all of it, by name.
 */
export function readSvg(text: string): Result<Logo, string[]> {
  if (text.length > mostCharacters) return fail([`A logo has at most ${mostCharacters / 1000} kB.`]);
  const faults = new Set<string>();
  const parser = new SaxesParser({ xmlns: true });
  let markup = "";
  let size: Size | null = null;
  let [count, depth, skipped, usesInk] = [0, 0, 0, false];
  parser.on("error", (error) => faults.add(`It is not well-formed XML: ${error.message}`));
  parser.on("doctype", () => faults.add("It has a DOCTYPE, which a logo has no use for."));
  parser.on("processinginstruction", () => faults.add("It has a processing instruction, which a logo has no use for."));
  parser.on("opentag", (tag) => {
    depth += 1;
    count += 1;
    if (depth > deepest) faults.add(`Its elements are nested more than ${deepest} deep.`);
    if (count > mostElements) faults.add(`It has more than ${mostElements} elements.`);
    if (skipped > 0 || ofEditors(tag.uri, tag.local)) {
      skipped += 1;
      return;
    }
    if (tag.uri !== svg || !elements.has(tag.local)) faults.add(`A logo may have no element ${tag.name}.`);
    if (depth === 1 && tag.local !== "svg") faults.add("It is no SVG drawing.");
    if (depth > 1 && tag.local === "svg") faults.add("A drawing inside the drawing is not taken.");
    if (depth === 1) size = sizeOf(tag, faults);
    const attributes = attributesOf(tag, faults);
    usesInk ||= attributes.includes('"currentColor"');
    if (depth > 1) markup += `<${tag.local}${attributes}>`;
  });
  parser.on("closetag", (tag) => {
    depth -= 1;
    if (skipped > 0) skipped -= 1;
    else if (depth > 0) markup += `</${tag.local}>`;
  });
  const words = (text_: string) => {
    if (skipped === 0 && text_.trim()) faults.add("Words stand in it; a logo's letters have to be drawn as paths.");
  };
  parser.on("text", words);
  parser.on("cdata", words);
  for (let at = 0; at < text.length && faults.size < 20; at += 16_384) parser.write(text.slice(at, at + 16_384));
  if (faults.size === 0) parser.close();
  const read = size as Size | null;
  if (faults.size > 0 || !read) return fail(faults.size > 0 ? [...faults] : ["There is no drawing in it."]);
  const { box, width, height } = read;
  const data = `<svg xmlns="${svg}" viewBox="${box}" width="${width}" height="${height}">${usesInk ? ink : ""}${markup}</svg>`;
  return ok({ kind: "svg", data, width, height });
}

/** What is drawn in the current colour has the ink of the paper that it stands on (reader/tokens.css). */
const ink = "<style>:root{color:#1d1b17}@media(prefers-color-scheme:dark){:root{color:#ece7dc}}</style>";

type Size = { box: string; width: number; height: number };

function sizeOf(tag: SaxesTagNS, faults: Set<string>): Size | null {
  const of = (name: string) => tag.attributes[name]?.value.trim() ?? "";
  const box = (of("viewBox").match(/-?\d+(?:\.\d+)?/g) ?? []).map(Number);
  const [x, y, width, height] =
    box.length === 4 ? box : [0, 0, Number(of("width").replace(/px$/, "")), Number(of("height").replace(/px$/, ""))];
  if (!(width && height && width > 0 && height > 0 && width < 100_000 && height < 100_000)) {
    faults.add("It does not say its size: a viewBox, or a width and a height in numbers, is needed.");
    return null;
  }
  return { box: [x, y, width, height].join(" "), width, height };
}

function attributesOf(tag: SaxesTagNS, faults: Set<string>): string {
  let written = "";
  for (const { uri, prefix, local, name, value } of Object.values(tag.attributes)) {
    if (prefix === "xmlns" || name === "xmlns" || (uri && ofEditors(uri, local))) continue;
    if (value.length > mostNumbers) faults.add(`The value of ${name} is too long.`);
    const pairs = name === "style" ? styleDeclarations(value) : [[name, value] as const];
    for (const [key, given] of pairs) {
      const allowed = attributeOf(key, given);
      if (allowed === "refused") faults.add(`A logo may not say ${key}="${given.slice(0, 40)}".`);
      else if (allowed !== "left out") written += ` ${key}="${escaped(allowed)}"`;
    }
  }
  return written;
}
