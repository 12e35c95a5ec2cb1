import { expect, test } from "vitest";
import { cite, exampleEdition, front, p, section } from "@/reader/example-edition";
import { drawEditionPages } from "./bake";
import { drawAside } from "./draw-aside";

const long = (title: string) =>
  exampleEdition({
    title,
    parts: [
      front(title, "", "Ines Calder"),
      section("Long", ...Array.from({ length: 90 }, () => p("water ".repeat(120), cite(1, 3)))),
    ],
  });

test("a long edition drawn in a thread is the same page, letter for letter, and two at a time are not mixed up", async () => {
  const [one, other] = [long("One"), long("Other")];
  const drawn = await Promise.all([drawAside(one), drawAside(other), drawAside(exampleEdition())]);
  expect(drawn).toEqual(await Promise.all([one, other, exampleEdition()].map((view) => drawEditionPages(view))));
}, 30_000);

test("a long edition that cannot be drawn says why, as a short one does", async () => {
  await expect(drawAside({ ...long("Broken"), references: [] })).rejects.toThrow("does not keep it");
}, 30_000);
