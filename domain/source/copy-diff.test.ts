import fc from "fast-check";
import { expect, test } from "vitest";
import { changesOnly, copyDiff } from "./copy-diff";

test("a figure that a page changed is shown as that figure alone", () => {
  const before = "The bridge cost 12 million. Ferries still run. Nobody counted.";
  expect(copyDiff(before, before.replace("12", "42"))).toEqual([
    { kind: "same", text: "The bridge cost " },
    { kind: "gone", text: "12 " },
    { kind: "new", text: "42 " },
    { kind: "same", text: "million. Ferries still run. Nobody counted." },
  ]);
});

test("the older copy is what is the same and gone, the newer one what is the same and new, whatever they say", () => {
  const text = fc.array(fc.constantFrom("The quay ", "was built. ", "Nobody ", "counted 12 boats.\n", "not "), {
    maxLength: 30,
  });
  fc.assert(
    fc.property(text, text, (one, other) => {
      const [older, newer] = [one.join(""), other.join("")];
      const parts = copyDiff(older, newer) ?? [];
      const of = (kind: "gone" | "new") =>
        parts
          .filter((part) => part.kind !== kind)
          .map((part) => part.text)
          .join("");
      expect([of("new"), of("gone")]).toEqual([older, newer]);
    }),
  );
});

test("two copies that have nothing in common are not compared for ever", () => {
  const text = (name: string) => Array.from({ length: 1_500 }, (_, n) => `${name} ${n}.`).join(" ");
  expect(copyDiff(text("one"), text("other"))).toBeNull();
});

test("what stayed the same is cut to the words beside a change", () => {
  const long = "Ferries run. ".repeat(100);
  const parts = changesOnly(copyDiff(`${long}Old. ${long}`, `${long}New. ${long}`) ?? [], 20);
  expect(parts.map(({ text }) => text.length)).toEqual([25, 5, 5, 25]);
});
