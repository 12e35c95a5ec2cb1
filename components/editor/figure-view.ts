import type { Node } from "prosemirror-model";
import { NodeSelection, type Transaction } from "prosemirror-state";
import type { EditorView, NodeViewConstructor } from "prosemirror-view";
import { pictureAddress, picturedIn, type Picture, webpName, widthsOf, wholeName } from "@/domain/document/pictures";
import { type BringPicture, chooseFiles, noticeOf } from "./bringing";
import { button, figureFields } from "./figure-fields";
import { changeFigure, deleteFigure, type FigureChange, moveFigure } from "./figures";
import { gapWords } from "./looks";
import { newId } from "./new-id";

/** A figure: its picture, its caption to write in, and what is said of it in fields below. */
export const figureView =
  (bring: BringPicture): NodeViewConstructor =>
  (first, view, getPos) => {
    const dom = document.createElement("figure");
    dom.dataset["figure"] = "";
    const frame = dom.appendChild(document.createElement("div"));
    frame.className = "frame";
    frame.contentEditable = "false";
    const contentDOM = dom.appendChild(document.createElement("figcaption"));
    const fields = figureFields();
    dom.append(fields.dom);
    let node = first;

    const make = (change: (at: number) => Transaction | null): void => {
      const at = getPos();
      const transaction = at === undefined || !view.editable ? null : change(at);
      if (transaction) view.dispatch(transaction);
    };
    const say = (change: FigureChange, typing?: string) =>
      make((at) => {
        const made = changeFigure(view.state, at, change);
        // What is typed into one field in one go is undone in one go, as a composed word is.
        return typing === undefined ? made : (made?.setMeta("composition", typing) ?? null);
      });

    const { alt, credit, licence, decorative, wide } = fields;
    typed(alt, (words, typing) => say({ alt: words }, typing));
    typed(credit, (words, typing) => say({ credit: words || null }, typing));
    typed(licence, (words, typing) => say({ licence: words || null }, typing));
    decorative.addEventListener("change", () => say({ decorative: decorative.checked }));
    wide.addEventListener("change", () => say({ width: wide.checked ? "wide" : "text" }));
    const other = button("", () => {
      if (view.editable) chooseFiles(false, ([file]) => file && void replace(file));
    });
    const acts = document.createElement("div");
    acts.className = "acts";
    acts.append(
      other,
      button("Move up", () => step(-1)),
      button("Move down", () => step(1)),
      button("Take out", () => {
        make((at) => deleteFigure(view.state, at));
        view.focus();
      }),
    );
    fields.dom.append(acts);
    // Selected before the press ends, so that it can be dragged; that it stays selected is `handleClickOn`'s.
    frame.addEventListener("mousedown", () => {
      const at = getPos();
      if (at !== undefined) view.dispatch(view.state.tr.setSelection(NodeSelection.create(view.state.doc, at)));
    });

    function step(way: 1 | -1): void {
      make((at) => moveFigure(view.state, at, way));
      // The figure is drawn anew where it went: the hand stays on the button that moved it.
      const { selection } = view.state;
      const moved = selection instanceof NodeSelection ? view.nodeDOM(selection.from) : null;
      const buttons = moved instanceof HTMLElement ? [...moved.querySelectorAll<HTMLElement>(".acts button")] : [];
      buttons[way < 0 ? 1 : 2]?.focus();
    }

    async function replace(file: File): Promise<void> {
      const notice = noticeOf(file.name || "the picture", () => notice.dom.remove());
      frame.append(notice.dom);
      const brought = await bring(file, notice.progress);
      if (!brought.ok) return notice.refuse(brought.why);
      notice.dom.remove();
      say({ picture: brought.picture });
    }

    const draw = () => {
      drawFrame(frame, node, view);
      const { attrs } = node;
      dom.classList.toggle("wide", attrs["width"] === "wide");
      decorative.checked = attrs["decorative"] === true;
      wide.checked = attrs["width"] === "wide";
      fill(alt, attrs["alt"]);
      fill(credit, attrs["credit"]);
      fill(licence, attrs["licence"]);
      const shown = picturedIn(node);
      alt.disabled = decorative.checked;
      alt.setAttribute("aria-invalid", String(shown !== null && !shown.decorative && !shown.alt));
      other.textContent = shown ? "Another picture" : "Bring the picture";
    };
    draw();
    return {
      dom,
      contentDOM,
      update(next: Node) {
        if (next.type !== node.type) return false;
        node = next;
        draw();
        return true;
      },
      selectNode: () => dom.classList.add("picked"),
      deselectNode: () => dom.classList.remove("picked"),
      stopEvent: ({ target }: Event) => target instanceof HTMLElement && fields.dom.contains(target),
      ignoreMutation: ({ target }) => !contentDOM.contains(target),
    };
  };

/** Whether a press was on a figure's picture, and neither on its caption nor on a field. */
export const onPicture = ({ target }: Event): boolean => target instanceof Element && target.closest(".frame") !== null;

/** The picture, or the gap that bears its name; drawn anew only where it is another one, so that nothing flickers. */
function drawFrame(frame: HTMLElement, node: Node, view: EditorView): void {
  const shown = picturedIn(node);
  const now = frame.firstElementChild;
  if (!shown) {
    const gap = document.createElement("div");
    gap.className = "gap";
    gap.textContent = gapWords(node.attrs);
    if (now) now.replaceWith(gap);
    else frame.append(gap);
    return;
  }
  const same = now instanceof HTMLImageElement && now.dataset["picture"] === shown.picture.sha256;
  const image = same ? now : imageOf(shown.picture, view);
  image.alt = shown.alt;
  if (same) return;
  if (now) now.replaceWith(image);
  else frame.append(image);
}

function imageOf(picture: Picture, view: EditorView): HTMLImageElement {
  const image = view.dom.ownerDocument.createElement("img");
  image.dataset["picture"] = picture.sha256;
  image.width = picture.width;
  image.height = picture.height;
  image.decoding = "async";
  image.srcset = widthsOf(picture)
    .map((width) => `${pictureAddress(webpName(picture, width))} ${width}w`)
    .join(", ");
  image.sizes = "(min-width: 48rem) 45rem, 100vw";
  image.src = pictureAddress(wholeName(picture));
  return image;
}

/** Tells every change of a field, with a name for the time that somebody stays in it. */
function typed(field: HTMLInputElement | HTMLTextAreaElement, tell: (words: string, typing: string) => void): void {
  let typing = newId();
  field.addEventListener("focus", () => {
    typing = newId();
  });
  field.addEventListener("input", () => tell(field.value, typing));
}

/** A field that says it already is left alone, so that the cursor in it stays where it is. */
function fill(field: HTMLInputElement | HTMLTextAreaElement, value: unknown): void {
  const words = typeof value === "string" ? value : "";
  if (field.value !== words) field.value = words;
}
