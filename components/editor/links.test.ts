import { EditorState, TextSelection } from "prosemirror-state";
import { expect, test } from "vitest";
import { sectionsOf } from "./sections";
import { article, paragraph, section } from "./testing/article";
import { linkAt, removeLink, setLink } from "./links";

const open = () => {
  const doc = article(section(2, "", paragraph("See the report for more.")));
  const from = (sectionsOf(doc)[0]?.from ?? 0) + 2 + 2 + 4;
  return { state: EditorState.create({ doc, selection: TextSelection.create(doc, from, from + 10) }), from };
};

test("words are linked to a web or mail address, whose scheme may be left out", () => {
  const { state, from } = open();
  const href = (address: string) => {
    const linked = setLink(state, from, from + 10, address);
    return linked && linkAt(state.apply(linked))?.href;
  };
  expect(href("https://example.org/a")).toBe("https://example.org/a");
  expect(href("example.org/a")).toBe("https://example.org/a");
  expect(href("desk@example.org")).toBe("mailto:desk@example.org");
});

test("a script, a file and a blank are no addresses", () => {
  const { state, from } = open();
  for (const address of ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "", "two words"])
    expect(setLink(state, from, from + 10, address)).toBeNull();
});

test("a link at the cursor is found whole and can be taken off", () => {
  const { state, from } = open();
  const linked = state.apply(setLink(state, from, from + 10, "example.org") ?? state.tr);
  const inside = linked.apply(linked.tr.setSelection(TextSelection.create(linked.doc, from + 3)));
  expect(linkAt(inside)).toEqual({ from, to: from + 10, href: "https://example.org" });
  expect(removeLink(inside, from, from + 10).doc.toJSON()).toEqual(state.doc.toJSON());
});
