import { expect, test } from "vitest";
import { findingsOf } from "./testing/findings";
import { articleId, linked, manuscript, paragraph, placeholder, section } from "./testing/manuscript";

const rule = "link/unresolved";

test("a placeholder link blocks and is called by its name", () => {
  const text = paragraph("See ", placeholder("link-rot"), " for more.");
  expect(findingsOf(rule, manuscript({ sections: [section("", text)] }))).toMatchObject([
    {
      severity: "blocker",
      message: "The link “link-rot” is a placeholder and points nowhere.",
      excerpt: "See link-rot for more.",
    },
  ]);
});

test("a link to an article is no placeholder", () => {
  const text = paragraph("See ", linked("link rot", articleId()), " for more.");
  expect(findingsOf(rule, manuscript({ sections: [section("", text)] }))).toEqual([]);
});
