import { expect, test } from "vitest";
import { findingsOf } from "./testing/findings";
import { cite, code, manuscript, paragraph, quotation, section, sourced } from "./testing/manuscript";

const rule = "text/figure-uncited";
const about = (...content: Parameters<typeof paragraph>) =>
  findingsOf(rule, manuscript({ sections: [section("Findings", paragraph(...content))] }));

test("a figure without a citation is a warning that shows the sentence", () => {
  expect(about("Links rot. About 38% of pages are gone. Nobody minds.")).toMatchObject([
    {
      severity: "warning",
      excerpt: "About 38% of pages are gone.",
      message: "The sentence gives a figure (“38%”), but cites nothing.",
    },
  ]);
});

test("a citation in the sentence or right after its stop is enough", () => {
  expect(about("About 38% of pages", cite(sourced()), " are gone.")).toEqual([]);
  expect(about("About 38% of pages are gone.", cite(sourced()), " Nobody minds.")).toEqual([]);
  expect(about("About 38% of pages are gone. ", cite(sourced()), " Nobody minds.")).toEqual([]);
});

test("a citation of the sentence before does not serve", () => {
  expect(about("Links rot", cite(sourced()), ". About 38% of pages are gone.")).toHaveLength(1);
});

test("a number in code is no figure, and a figure in the standfirst is left to the text below", () => {
  expect(about("Set ", code("limit = 500"), " first.")).toEqual([]);
  expect(findingsOf(rule, manuscript({ standfirst: "About 38% of pages are gone." }))).toEqual([]);
});

test("a quotation that stands on its own is asked once, and a citation in or right before it serves", () => {
  const words = () => quotation(paragraph("We forgot."), paragraph("We forgot again."));
  const asked = (...blocks: Parameters<typeof quotation>) =>
    findingsOf(rule, manuscript({ sections: [section("Findings", ...blocks)] }));
  expect(asked(paragraph("She wrote:"), words())).toMatchObject([{ excerpt: "We forgot." }]);
  expect(asked(paragraph("She wrote", cite(sourced()), ":"), words())).toEqual([]);
  expect(
    asked(paragraph("She wrote:"), quotation(paragraph("We forgot."), paragraph("— Cho", cite(sourced())))),
  ).toEqual([]);
});
