import type { Node } from "prosemirror-model";
import { expect, test } from "vitest";
import { schema } from "@/domain/document/schema";
import { itemOf } from "@/domain/citation/item";
import { ReferenceId } from "@/domain/ids";
import { compareParts, sizeOf } from "./compare";

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`;
const cite = (n: number) => schema.node("citation", { id: id(n), items: [itemOf(ReferenceId.parse(id(90 + n)))] });
const section = (...paragraphs: (string | Node)[][]): Node =>
  schema.node("section", { id: id(1) }, [
    schema.node("heading", null, [schema.text("The yard")]),
    ...paragraphs.map((inline) =>
      schema.node(
        "paragraph",
        null,
        inline.map((piece) => (typeof piece === "string" ? schema.text(piece) : piece)),
      ),
    ),
  ]);

test("an untouched section shows no change", () => {
  const text = section(["The yard doubles its output."]);
  expect(compareParts(text, text).every((change) => change.kind === "same")).toBe(true);
});

test("a changed word is shown inside its paragraph, and only it", () => {
  const changes = compareParts(section(["The yard doubles its output."]), section(["The yard triples its output."]));
  const changed = changes.filter((change) => change.kind === "changed");
  expect(changed).toHaveLength(1);
  const words = (kind: string) =>
    changed[0]?.spans
      .filter((span) => span.kind === kind)
      .map((span) => span.tokens.map((token) => token.text).join(""));
  expect(words("removed")).toEqual(["doubles"]);
  expect(words("added")).toEqual(["triples"]);
});

test("a citation that rests on another source is a change, though no word is", () => {
  const changes = compareParts(section(["Output doubles", cite(1)]), section(["Output doubles", cite(2)]));
  expect(changes.filter((change) => change.kind === "changed")).toHaveLength(1);
});

test("everything is new where nothing was published before", () => {
  const changes = compareParts(null, section(["The yard doubles its output.", cite(1)]));
  expect(new Set(changes.map((change) => change.kind))).toEqual(new Set(["added"]));
  expect(sizeOf(changes).removed).toBe(0);
});

test("an added paragraph leaves its neighbours alone", () => {
  const changes = compareParts(section(["One."], ["Three."]), section(["One."], ["Two."], ["Three."]));
  expect(changes.map((change) => change.kind)).toEqual(["same", "same", "added", "same"]);
});

test("another verdict on a claim is seen beside its words, which stay", () => {
  const front = (rating: number) =>
    schema.node("front", { id: "00000000-0000-4000-8000-000000000001" }, [
      schema.node("title"),
      schema.node("standfirst"),
      schema.node("byline"),
      schema.node("claim", { claimant: "Senator Quill", rating }, [schema.text("The mill runs on the moon.")]),
    ]);
  const [change] = compareParts(front(2), front(4));
  const words = (kind: string) =>
    change?.spans.flatMap((span) => (span.kind === kind ? span.tokens.map(({ text }) => text) : [])).join("");
  expect(words("same")).toContain("The mill runs on the moon. (claimed by Senator Quill; verdict: Mostly ");
  expect([words("removed"), words("added")]).toEqual(["false,2", "true,4"]);
});

test("another picture, or another word about it, is a change that shows the picture", () => {
  const picture = { sha256: "ab".repeat(32), width: 900, height: 600, type: "png" };
  const withFigure = (attrs: object) =>
    schema.node("section", { id: id(9) }, [
      schema.node("heading"),
      schema.node("figure", { picture, alt: "A quay.", ...attrs }, [
        schema.node("caption", null, schema.text("Low water.")),
      ]),
    ]);
  const changed = (attrs: object) =>
    compareParts(withFigure({}), withFigure(attrs)).filter(({ kind }) => kind !== "same");
  expect(changed({})).toEqual([]);
  const other = { ...picture, sha256: "cd".repeat(32) };
  expect(changed({ picture: other })[0]).toMatchObject({ kind: "changed", type: "figure", picture: other });
  for (const attrs of [
    { alt: "A pier." },
    { decorative: true },
    { credit: "Ines" },
    { licence: "CC0 1.0" },
    { width: "wide" },
  ]) {
    const [change] = changed(attrs);
    expect(change?.spans.some(({ kind }) => kind !== "same")).toBe(true);
  }
});
