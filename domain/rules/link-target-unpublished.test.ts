import { expect, test } from "vitest";
import { schema } from "@/domain/document/schema";
import { findingsOf, messagesOf } from "./testing/findings";
import { articleId, linked, manuscript, paragraph, section } from "./testing/manuscript";

const rule = "link/target-unpublished";
const other = articleId();
const text = section("", paragraph("See ", linked("link rot", other), " for more."));
const target = (published: boolean) => new Map([[other, { title: "Link rot", slug: "link-rot", published }]]);

test("a link to a draft of ours blocks", () => {
  const found = findingsOf(rule, manuscript({ sections: [text], links: target(false) }));
  expect(found).toMatchObject([{ severity: "blocker", excerpt: "link rot" }]);
  expect(found[0]?.message).toBe("The link “link rot” leads to “Link rot”, which is not published.");
});

test("a link to an article that is gone blocks", () => {
  expect(messagesOf(rule, manuscript({ sections: [text] }))).toEqual([
    "The link “link rot” leads to an article that does not exist.",
  ]);
});

test("a link that is partly set in italics is one link", () => {
  const mixed = section("", paragraph(linked("link ", other), linked("rot", other, schema.mark("em"))));
  expect(findingsOf(rule, manuscript({ sections: [mixed] }))).toMatchObject([{ excerpt: "link rot" }]);
});

test("a link to a published article passes", () => {
  expect(findingsOf(rule, manuscript({ sections: [text], links: target(true) }))).toEqual([]);
});
