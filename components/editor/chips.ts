import type { Node } from "prosemirror-model";
import type { Decoration, NodeViewConstructor } from "prosemirror-view";
import type { ChipLabel } from "./numbers";

/** What a decoration says of a chip, read by its node view. */
export type ChipSpec = ChipLabel & { now: boolean };

/** The citation chip: its number, or the hole in words. */
export const citationView: NodeViewConstructor = (node, _view, _at, decorations) =>
  chip(node, decorations, { "data-citation": String(node.attrs["id"]) });

/** The placeholder chip: "link: target". */
export const placeholderView: NodeViewConstructor = (node, _view, _at, decorations) =>
  chip(node, decorations, { "data-placeholder": String(node.attrs["id"]) });

/** What the chip of a placeholder link says. */
export function placeholderLabel({ attrs }: Node): ChipLabel {
  const target = String(attrs["target"]) || String(attrs["text"]) || "unknown";
  return { label: `link: ${target}`, title: `A link that points nowhere yet: ${target}`, state: "hole" };
}

const unlabelled: ChipSpec = { label: "…", title: "Citation", state: "cited", now: false };
const looks: Record<ChipLabel["state"], string> = { cited: "cite", raw: "cite raw", hole: "hole" };

function chip(first: Node, decorations: readonly Decoration[], attributes: Record<string, string>) {
  const dom = document.createElement("span");
  dom.setAttribute("role", "button");
  for (const [name, value] of Object.entries(attributes)) dom.setAttribute(name, value);
  let node = first;
  let chosen = false;
  let drawn: ChipSpec | null = null;
  const draw = (around: readonly Decoration[]) => {
    const spec = specIn(around) ?? drawn ?? unlabelled;
    if (spec.label !== drawn?.label || spec.title !== drawn.title) {
      dom.textContent = spec.label;
      dom.title = spec.title;
      dom.setAttribute("aria-label", `${spokenOf(spec)}. Enter opens it.`);
    }
    drawn = spec;
    dom.className = [looks[spec.state], spec.now ? "now" : "", chosen ? "chosen" : ""].filter(Boolean).join(" ");
  };
  const choose = (yes: boolean) => {
    chosen = yes;
    dom.classList.toggle("chosen", yes);
  };
  draw(decorations);
  return {
    dom,
    update(next: Node, around: readonly Decoration[]) {
      if (next.type !== node.type || next.attrs["id"] !== node.attrs["id"]) return false;
      node = next;
      draw(around);
      return true;
    },
    selectNode: () => choose(true),
    deselectNode: () => choose(false),
    ignoreMutation: () => true,
  };
}

/** What is heard begins with what is seen, so that people who speak to their screen can name it. */
function spokenOf({ label, title }: ChipSpec): string {
  return title.toLowerCase().includes(label.toLowerCase()) ? title : `${label}. ${title}`;
}

function specIn(decorations: readonly Decoration[]): ChipSpec | null {
  for (const { spec } of decorations) if (typeof spec.label === "string") return { ...unlabelled, ...spec };
  return null;
}
