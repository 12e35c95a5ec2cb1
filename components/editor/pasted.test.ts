import { Slice } from "prosemirror-model";
import { expect, test } from "vitest";
import { citationsOf } from "@/domain/document/inlines";
import { partsOf } from "@/domain/document/parts";
import { madeOurs, sectionIdsIn } from "./pasted";
import { article, cite, id, paragraph, section } from "./testing/article";

const document = article(section(2, "Second", paragraph("Cited", cite(100, 901), cite(101, 902), ".")));
const sections = new Slice(document.content.cut(document.firstChild?.nodeSize ?? 0), 0, 0);

test("a section from another article gets an id of its own, one that was cut here keeps it", () => {
  expect(sectionIdsIn(madeOurs(sections, new Set(), new Set()))).not.toEqual([id(2)]);
  expect(sectionIdsIn(madeOurs(sections, new Set(sectionIdsIn(sections)), new Set()))).toEqual([id(2)]);
});

test("a citation of a source that this article does not list becomes a hole, the others stay", () => {
  const pasted = madeOurs(sections, new Set([id(2)]), new Set([id(901)]));
  const whole = document.replace(document.firstChild?.nodeSize ?? 0, document.content.size, pasted);
  expect(citationsOf(whole).map(({ items }) => items.map(({ reference, key }) => reference ?? key))).toEqual([
    [id(901)],
    ["another article’s source"],
  ]);
});

test("a whole article that is pasted brings its words, not its front", () => {
  const pasted = madeOurs(new Slice(document.content, 0, 0), new Set(), new Set());
  const names = pasted.content.content.map((node) => node.type.name);
  expect(names).toEqual(["paragraph", "paragraph", "subheading", "paragraph"]);
  expect(partsOf(document)).toHaveLength(2);
});
