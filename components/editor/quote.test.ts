import { expect, test } from "vitest";
import { SectionId } from "@/domain/ids";
import { article, cite, id, paragraph, section } from "./testing/article";
import { findQuote, quoteAt } from "./quote";

const text = (before: string) =>
  article(
    section(2, "", paragraph(`${before}The ferry`, cite(100, 901), " stops. The ferry stays.")),
    section(3, "Next"),
  );

test("words are found again after the text around them has changed", () => {
  const document = text("");
  const end = document.content.size - (document.lastChild?.nodeSize ?? 0) - 2;
  const start = end - "The ferry stays.".length;
  const quote = quoteAt(document, start, start + "The ferry".length);
  expect(quote).toMatchObject({ section: id(2), exact: "The ferry", suffix: " stays." });
  const later = text("For once, ");
  const found = quote && findQuote(later, quote);
  expect(found && later.textBetween(found.from, found.to)).toBe("The ferry");
  expect(found && later.textBetween(found.to, found.to + 7)).toBe(" stays.");
});

test("words that are gone are not found, and a selection across sections is no quote", () => {
  const document = text("");
  expect(findQuote(document, { section: sectionId, exact: "The bridge", prefix: "", suffix: "" })).toBeNull();
  expect(quoteAt(document, 2, document.content.size - 2)).toBeNull();
});

const sectionId = SectionId.parse(id(2));
