import { expect, test } from "vitest";
import { canonicalJson } from "./canonical";
import { picturedIn, picturesIn, readPictureName, webpName, wholeName, widthsOf } from "./pictures";
import { readDocument, readPart } from "./read";
import { schema } from "./schema";
import { partsOf } from "./parts";
import { sectionDigestText } from "@/domain/publishing/digest";
import { figure, manuscript, paragraph, quotation, section } from "@/domain/rules/testing/manuscript";

const picture = { sha256: "ab".repeat(32), width: 1200, height: 800, type: "jpeg" };
const older = {
  type: "figure",
  attrs: { address: "a.png", alt: "A quay.", credit: null },
  content: [{ type: "caption" }],
};
const sectionOf = (child: unknown) => ({
  type: "section",
  attrs: { id: "00000000-0000-4000-8000-00000000a001" },
  content: [{ type: "heading" }, child],
});

test("a figure from before there were pictures is a figure still, and its section's digest is what it was", () => {
  const read = readPart(sectionOf(older));
  expect(read.ok && picturedIn(read.value.child(1))).toBeNull();
  if (!read.ok) throw new Error(read.error.why);
  const made = manuscript({ sections: [read.value] });
  const [, part] = partsOf(made.document);
  if (!part) throw new Error("it has a section");
  const written = canonicalJson({ rules: "some", body: sectionOf(older), sources: [] });
  expect(sectionDigestText(part, made, "some").replace('"content":[],', "")).toBe(written);
});

test.each([
  ["another picture", { picture: { ...picture, sha256: "cd".repeat(32) } }],
  ["other words for who does not see it", { alt: "A pier." }],
  ["that it decorates", { decorative: true }],
  ["another credit", { credit: "Somebody else" }],
  ["another licence", { licence: "CC BY 4.0" }],
  ["another width", { width: "wide" }],
])("the digest of a section knows %s", (_, change) => {
  const digestOf = (attrs: object) => {
    const made = manuscript({ sections: [section("One", figure([], { picture, ...attrs }))] });
    const part = partsOf(made.document)[1];
    return (
      part &&
      sectionDigestText(
        { ...part, node: part.node.type.create({ id: "00000000-0000-4000-8000-00000000a001" }, part.node.content) },
        made,
        "r",
      )
    );
  };
  expect(digestOf(change)).not.toBe(digestOf({}));
  expect(digestOf({})).toBe(digestOf({}));
});

test.each([
  ["no hash", { ...picture, sha256: "../../etc/passwd" }],
  ["no size", { ...picture, width: 0 }],
  ["a type that is not kept", { ...picture, type: "svg" }],
  ["more than a picture has", { ...picture, src: "https://elsewhere.example/x.png" }],
])("a picture with %s is none, and no document has it", (_, wrong) => {
  const json = manuscript({ sections: [section("One", paragraph("Words."))] }).document.toJSON();
  json.content.push({ ...sectionOf({ ...older, attrs: { ...older.attrs, picture: wrong } }) });
  expect(readDocument(json).ok).toBe(false);
});

test("decoration has no words for who does not see it, whatever was written before", () => {
  expect(picturedIn(figure([], { alt: "A quay.", decorative: true }))?.alt).toBe("");
});

test("pictures are found in reading order at any depth", () => {
  const sections = [section("One", quotation(figure(["a"])), paragraph("x")), section("Two", figure(["b"]))];
  const found = picturesIn([manuscript({ sections }).document]);
  expect(found.map(({ figure: { textContent } }) => textContent)).toEqual(["a", "b"]);
});

test("a picture is offered in no width that it does not have, and every name can be read back", () => {
  expect(widthsOf({ width: 300 })).toEqual([300]);
  expect(widthsOf({ width: 960 })).toEqual([480, 960]);
  expect(widthsOf({ width: 1600 })).toEqual([480, 960, 1600]);
  const kept = { ...picture, type: "png" as const };
  expect(readPictureName(webpName(kept, 480))).toEqual({ sha256: kept.sha256, width: 480, type: "webp" });
  expect(readPictureName(wholeName(kept))).toEqual({ sha256: kept.sha256, width: 1200, type: "png" });
  for (const name of ["", "x-1.webp", `${kept.sha256}-0.webp`, `${kept.sha256}-48.svg`, `${kept.sha256}-48.webp/..`])
    expect(readPictureName(name)).toBeNull();
  expect(schema.nodes.figure.spec.attrs).toHaveProperty("picture");
});
