import fc from "fast-check";
import { expect, test } from "vitest";
import { mostTags, Tag, tagsAfter } from "./tags";

test("a tag is the same tag however it is typed", () => {
  for (const typed of ["Climate  Change", " climate change", "climate,change", "#Climate Change", "climate\tchange"])
    expect(Tag.parse(typed)).toBe("climate change");
  for (const nothing of ["", " , ", "x".repeat(41), "\u0000"]) expect(Tag.safeParse(nothing).success).toBe(false);
});

test("a tag that is a tag stays as it is", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), (text) => {
      const tag = Tag.safeParse(text);
      if (tag.success) expect(Tag.parse(tag.data)).toBe(tag.data);
    }),
  );
});

test("a source never gets more tags than it may have, but one can always take some off", () => {
  const full = Array.from({ length: mostTags }, (_, n) => `t${n}`);
  expect(tagsAfter(full, ["one more"], [])).toEqual({ ok: false, error: { kind: "too-many", tags: mostTags + 1 } });
  expect(tagsAfter(full, ["one more"], ["t1"])).toMatchObject({ ok: true });
  expect(tagsAfter(["b", "a"], ["a", "c"], ["b", "z"])).toEqual({ ok: true, value: ["a", "c"] });
});
