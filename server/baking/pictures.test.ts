import { expect, test } from "vitest";
import type { Node } from "prosemirror-model";
import { schema } from "@/domain/document/schema";
import type { EditionView } from "@/domain/publishing/edition";
import { cite, exampleEdition, front, node, p, section } from "@/reader/example-edition";
import { type Element, elementsOf, readStrictly, wordsOf } from "@/reader/strict-html";
import { drawEditionPages } from "./bake";

const ofText = (...blocks: Node[]): EditionView =>
  exampleEdition({ parts: [front("A title", "", "Ines Calder"), section("A heading", ...blocks)] });

async function drawn(view: EditionView) {
  const [page] = await drawEditionPages(view);
  const all = elementsOf(readStrictly(page?.text ?? ""));
  return { named: (name: string) => all.filter((element) => element.name === name) };
}

const deeds = (element: Element | undefined): (string | undefined)[] =>
  (element ? elementsOf(element) : [])
    .filter(({ attributes }) => attributes.get("rel") === "license")
    .map(({ attributes }) => attributes.get("href"));

const said = (element: Element | undefined): string => (element ? wordsOf(element) : "");

const picture = { sha256: "ab".repeat(32), width: 1600, height: 900, type: "jpeg" };
const pictured = (attrs: object = {}) =>
  schema.node("figure", { picture, alt: "The gates.", credit: "Ines Calder", licence: "CC BY 4.0", ...attrs }, [
    node("caption", "At the turn of the tide.", cite(4)),
  ]);

test("a picture has its room before it comes, in the width that a screen asks for, from nowhere but here", async () => {
  const { named } = await drawn(ofText(pictured(), pictured({ width: "wide", decorative: true })));
  const [first, second] = named("img").map(({ attributes }) => Object.fromEntries(attributes));
  const own = `/media/${picture.sha256}`;
  expect(first).toEqual({ src: `${own}-1600.jpg`, alt: "The gates.", width: "1600", height: "900", decoding: "async" });
  expect(second).toMatchObject({ alt: "", loading: "lazy" });
  const sources = named("source").map(({ attributes }) => attributes.get("srcSet"));
  expect(sources[0]).toBe([480, 960, 1600].map((width) => `${own}-${width}.webp ${width}w`).join(", "));
  expect(named("figure").map(({ attributes }) => attributes.get("class"))).toEqual([undefined, "wide"]);
});

test("below a picture stand its caption with its citations, whose it is, and the licence with its deed", async () => {
  const { named } = await drawn(ofText(pictured(), pictured({ credit: null, licence: "All rights reserved" })));
  const [known, other] = named("figcaption");
  expect(said(known)).toMatch(/At the turn of the tide\..*Ines Calder · CC BY 4\.0/);
  expect(deeds(known)).toEqual(["https://creativecommons.org/licenses/by/4.0/"]);
  expect(said(other)).toContain("All rights reserved");
  expect(deeds(other)).toEqual([]);
});

test("the first picture that shows something stands for the article elsewhere", async () => {
  const standsFor = async (...blocks: Parameters<typeof ofText>) => {
    const { named } = await drawn({
      ...ofText(...blocks),
      site: { name: "S", tagline: "", baseUrl: "https://saltmarsh.example" },
    });
    const meta = named("meta").map(({ attributes }) => [attributes.get("property"), attributes.get("content")]);
    return Object.fromEntries(meta.filter(([property]) => property?.startsWith("og:image")));
  };
  expect(await standsFor(pictured({ decorative: true }), pictured({ alt: "The mill." }))).toEqual({
    "og:image": `https://saltmarsh.example/media/${picture.sha256}-1600.jpg`,
    "og:image:type": "image/jpeg",
    "og:image:width": "1600",
    "og:image:height": "900",
    "og:image:alt": "The mill.",
  });
  expect(await standsFor(p("Words."))).toEqual({});
});
