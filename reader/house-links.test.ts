import { expect, test } from "vitest";
import { exampleEdition } from "./example-edition";
import { inMasthead } from "./house-links";

const { site } = exampleEdition();
const withLinks = (...paths: string[]) => ({
  ...site,
  looks: {
    accent: null,
    logo: null,
    font: null,
    footer: [],
    corrections: "foot" as const,
    navigation: paths.map((href) => ({ label: href.slice(1), href })),
  },
});
const paths = (of: typeof site): string[] => inMasthead(of).map(({ href }) => href);

test("a house without links of its own leads to topics, archive and search", () => {
  expect(paths(withLinks())).toEqual(["/topics", "/archive", "/search"]);
});

test("a house's own links stand in place of ours, and the search is there once", () => {
  expect(paths(withLinks("/about"))).toEqual(["/about", "/search"]);
  expect(paths(withLinks("/search", "/about"))).toEqual(["/search", "/about"]);
});
