import type { StyleKind } from "@/domain/citation/formatted";
import { styleKinds } from "@/domain/citation/formatted";
import { fail, ok, type Result } from "@/domain/result";
import { macroFaults } from "./macros";
import { type Element, elementsOf, readXml } from "./xml";

/** A CSL style that can be formatted with. `id` is the address that its author gave it. */
export type Style = { tree: Element; id: string; title: string; kind: StyleKind; locale: string | null };

/**
 * Reads a style and checks it against what CSL 1.0.2 asks of every independent style: its root and class, `info` with
 * title and id, one `citation` with a `layout`, known elements, texts that say what they print, macros that exist and
 * never call themselves. All faults are told at once, in words.
 */
export function readStyle(xml: string): Result<Style, string[]> {
  const kept = read.get(xml);
  if (kept) return ok(kept);
  const parsed = readXml(xml);
  if (!parsed.ok) return fail([parsed.error]);
  const tree = parsed.value;
  if (tree.name !== "style") return fail([`It begins with ${tree.name}, and a style begins with style.`]);
  const info = elementsOf(tree, "info")[0];
  const parent = parentIn(info);
  if (parent !== null)
    return fail([`It only points at another style, ${parent || "which it does not name"}. Add that one instead.`]);
  const faults = [...rootFaults(tree, info), ...elementFaults(tree), ...macroFaults(tree)];
  if (faults.length > 0) return fail(faults);
  const style: Style = {
    tree,
    id: wordsIn(info, "id"),
    title: wordsIn(info, "title"),
    kind: kindOf(tree, info),
    locale: tree.attrs["default-locale"] ?? null,
  };
  if (read.size >= mostKept) read.clear();
  read.set(xml, style);
  return ok(style);
}

/** The address of the style that a dependent style points at, or null for an independent one and for what is no style. */
export function parentOf(xml: string): string | null {
  const parsed = readXml(xml);
  return parsed.ok ? parentIn(elementsOf(parsed.value, "info")[0]) : null;
}

function parentIn(info: Element | undefined): string | null {
  const links = info ? elementsOf(info, "link") : [];
  const link = links.find(({ attrs }) => attrs["rel"] === "independent-parent");
  return link ? (link.attrs["href"] ?? "") : null;
}

const mostKept = 20;
const read = new Map<string, Style>();

function rootFaults(tree: Element, info: Element | undefined): string[] {
  const faults: string[] = [];
  const { class: kind, version = "" } = tree.attrs;
  if (kind !== "in-text" && kind !== "note") faults.push("Its class is neither in-text nor note.");
  if (!/^1\.0(\.\d)?$/.test(version)) faults.push(`Its version is ${version || "missing"}, and this is CSL 1.0.`);
  if (!info) faults.push("It has no info.");
  else for (const name of ["title", "id"]) if (!wordsIn(info, name)) faults.push(`Its info has no ${name}.`);
  const citations = elementsOf(tree, "citation");
  if (citations.length !== 1) faults.push(`It has ${citations.length} citation elements, and needs one.`);
  for (const part of [...citations, ...elementsOf(tree, "bibliography")])
    if (elementsOf(part, "layout").length !== 1) faults.push(`Its ${part.name} has no layout, or several.`);
  if (elementsOf(tree, "bibliography").length > 1) faults.push("It has more than one bibliography.");
  return faults;
}

const known = new Set(
  (
    "bibliography choose citation date date-part else else-if et-al group if info institution institution-part key " +
    "label layout locale macro multiple name name-part names number single sort style-options substitute term terms text"
  ).split(" "),
);

function elementFaults(tree: Element): string[] {
  const faults = new Set<string>();
  const walk = (element: Element): void => {
    for (const child of elementsOf(element)) {
      if (!known.has(child.name)) faults.add(`It has an element ${child.name}, which CSL 1.0.2 does not know.`);
      if (child.name === "text" && texts.filter((name) => name in child.attrs).length !== 1)
        faults.add("It has a text that prints nothing, or several things: one of macro, variable, term and value.");
      if (["names", "number", "date"].includes(child.name) && !child.attrs["variable"] && element.name !== "locale")
        faults.add(`It has a ${child.name} without a variable.`);
      if (child.name !== "info") walk(child);
    }
  };
  walk(tree);
  return [...faults];
}

const texts = ["macro", "variable", "term", "value"];

function kindOf(tree: Element, info: Element | undefined): StyleKind {
  if (tree.attrs["class"] === "note") return "note";
  const named = elementsOf(info ?? tree, "category").map(({ attrs }) => attrs["citation-format"]);
  const found = styleKinds.find((kind) => kind !== "note" && named.includes(kind));
  return found ?? (usesNumbers(tree) ? "numeric" : "author-date");
}

/** A style that does not say what it is numbers its citations if its citation prints the number. */
function usesNumbers(tree: Element): boolean {
  const prints = (element: Element): boolean =>
    elementsOf(element).some(({ name, attrs, ...child }) =>
      attrs["variable"] === "citation-number" ? name !== "key" : prints({ name, attrs, ...child }),
    );
  return elementsOf(tree, "citation").some(prints);
}

const wordsIn = (element: Element | undefined, name: string): string => {
  const words = element && elementsOf(element, name)[0]?.children[0];
  return typeof words === "string" ? words.replace(/\s+/gu, " ").trim().slice(0, 500) : "";
};
