import fc from "fast-check";
import { expect, test } from "vitest";
import { listPath, inAscii } from "./address";
import { hreflangs } from "./around";
import { authorsOf } from "./authors";
import { inOwnLetters, marks } from "./excerpt";
import { drawnFor, isNumbered, listsOf, onHead } from "./lists";
import { wordsToFind } from "./search-words";
import { plainLetters, wordSlug } from "./slug";

test.each([
  ["By Ann Lee and Bo van Ek", ["Ann Lee", "Bo van Ek"]],
  ["Ines Calder, Tomas Hale & Ines Calder", ["Ines Calder", "Tomas Hale"]],
  ["Von Jürgen Groß und María José", ["Jürgen Groß", "María José"]],
  ["村上春樹", ["村上春樹"]],
  ["Anders Anderson", ["Anders Anderson"]],
  ["  ", []],
  ["By —", []],
])("the byline %j names %j", (byline, names) => {
  expect(authorsOf(byline).map(({ name }) => name)).toEqual(names);
});

test("a slug of words is one segment of a path that no number of a page can be, and leads back by its link", () => {
  expect([wordSlug("Ångström’s Lamp"), wordSlug("2026"), wordSlug("水と油"), wordSlug("¡!")]).toEqual([
    "angstroms-lamp",
    "no-2026",
    "水と油",
    "",
  ]);
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (name) => {
      const slug = wordSlug(name);
      expect(slug).not.toMatch(/^\d+$|[\s/?#]|^-|-$/);
      if (slug) expect(decodeURI(inAscii(listPath("topic", slug)))).toBe(`/topics/${slug}`);
    }),
  );
});

test("an article is on the lists of its topics, authors, month and language, and each page of a list is drawn at one address", () => {
  const names = listsOf({
    byline: "Ada",
    language: "de-AT",
    firstAt: "2026-11-30T23:59:59.000Z",
    topics: [{ name: "Tides", slug: "tides" }],
  });
  expect(names.map(({ name }) => name)).toEqual([
    "topic:tides",
    "author:ada",
    "month:2026-11",
    "language:de",
    "sitemap:articles",
  ]);
  expect([listPath("month", "2026-11"), listPath("topic", "tides", 3)]).toEqual([
    "/archive/2026/11",
    "/topics/tides/3",
  ]);
  for (let pages = 1; pages < 8; pages++)
    for (let page = 1; page <= pages; page++) expect(onHead(pages).includes(page)).toBe(!isNumbered(page, pages));
  expect([drawnFor([5, 4], 5), drawnFor([3, 1], 5)]).toEqual([["head"], [3, 1]]);
});

test("marks that were set without accents come to stand around the text's own letters", () => {
  const { start, stop, between } = marks;
  expect(inOwnLetters("The Ångström ferry", `The ${start}Angstrom${stop} ferry`)).toEqual([
    { text: "The ", hit: false },
    { text: "Ångström", hit: true },
    { text: " ferry", hit: false },
  ]);
  expect(inOwnLetters("a b c", `${start}a${stop}${between}${start}c${stop}`).map(({ text }) => text)).toEqual([
    "a",
    " … ",
    "c",
  ]);
  fc.assert(
    fc.property(fc.array(fc.string({ unit: "grapheme", minLength: 1 }), { minLength: 1 }), fc.nat(), (given, at) => {
      const words = given.map((word) => word.normalize("NFC").replace(/[\s\u0000-\u001f]/gu, "x"));
      const text = words.join(" ").normalize("NFC");
      const plain = text.split(" ").map(plainLetters);
      const marked = plain.map((word, index) => (index === at % plain.length ? start + word + stop : word)).join(" ");
      expect(
        inOwnLetters(text, marked)
          .map((piece) => piece.text)
          .join(""),
      ).toBe(text);
    }),
  );
});

test("only words that can be meant are kept to find mistyped ones", () => {
  expect(wordsToFind("The Ångström ferry, the FERRY of 1944 a")).toEqual(["angstrom", "ferry"]);
});

test("every page of a work names the same languages, and one language is none", () => {
  const english = { language: "en", slug: "the-mill", title: "The mill", isOriginal: true };
  const german = { language: "de-DE", slug: "die-muehle", title: "Die Mühle", isOriginal: false };
  const told = [
    { hreflang: "de-DE", slug: "die-muehle" },
    { hreflang: "en", slug: "the-mill" },
    { hreflang: "x-default", slug: "the-mill" },
  ];
  expect([hreflangs([english, german]), hreflangs([german, english])]).toEqual([told, told]);
  expect(hreflangs([english])).toEqual([]);
  const dutch = { ...german, language: "nl-NL", slug: "de-molen" };
  expect(hreflangs([german, dutch]).at(-1)).toEqual({ hreflang: "x-default", slug: "de-molen" });
});
