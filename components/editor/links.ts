import type { Mark, ResolvedPos } from "prosemirror-model";
import type { EditorState, Transaction } from "prosemirror-state";
import { Href } from "@/domain/document/attributes";
import { schema } from "@/domain/document/schema";

const { link, articleLink } = schema.marks;

/** The link at the cursor or over the selection: its range and address; null where there is neither selection nor link. */
export function linkAt(state: EditorState): { from: number; to: number; href: string } | null {
  const { $from, from, to, empty } = state.selection;
  const mark =
    $from.marksAcross($from)?.find(({ type }) => type === link) ??
    $from.nodeAfter?.marks.find(({ type }) => type === link);
  if (mark) {
    const range = rangeOf($from, mark);
    if (to <= range.to) return { ...range, href: String(mark.attrs["href"]) };
  }
  return empty || !$from.parent.type.allowsMarkType(link) ? null : { from, to, href: "" };
}

/** Links a range to an address ("example.org" becomes "https://example.org"); null when it is not a web or mail address. */
export function setLink(state: EditorState, from: number, to: number, address: string): Transaction | null {
  const href = Href.safeParse(withScheme(address.trim()));
  if (!href.success) return null;
  return state.tr
    .removeMark(from, to, articleLink)
    .addMark(from, to, link.create({ href: href.data }))
    .scrollIntoView();
}

/** Takes every link off a range. */
export function removeLink(state: EditorState, from: number, to: number): Transaction {
  return state.tr.removeMark(from, to, link).removeMark(from, to, articleLink);
}

function withScheme(address: string): string {
  if (/^[a-z][a-z\d+.-]*:/iu.test(address)) return address;
  return /^[^\s@/]+@[^\s@/]+\.\w+$/u.test(address) ? `mailto:${address}` : `https://${address}`;
}

function rangeOf($at: ResolvedPos, mark: Mark): { from: number; to: number } {
  const { parent } = $at;
  let first = $at.index();
  let last = $at.index();
  const has = (index: number) => index >= 0 && index < parent.childCount && mark.isInSet(parent.child(index).marks);
  if (!has(first) && has(first - 1)) first = last = first - 1;
  while (has(first - 1)) first -= 1;
  while (has(last + 1)) last += 1;
  let from = $at.start();
  for (let index = 0; index < first; index++) from += parent.child(index).nodeSize;
  let to = from;
  for (let index = first; index <= last; index++) to += parent.child(index).nodeSize;
  return { from, to };
}
