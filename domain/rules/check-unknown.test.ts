import { expect, test } from "vitest";
import { noFacts } from "@/domain/source/facts";
import { messagesOf } from "./testing/findings";
import { cited, daysAgo, known, link } from "./testing/known";
import { sourced } from "./testing/manuscript";

const rule = "check/unknown";
const halden = sourced();
const paper = sourced({ DOI: "10.5555/bridge.7", URL: undefined });

test("a source that nobody ever looked at is said to be just that", () => {
  expect(messagesOf(rule, cited([{ reference: halden }]))).toEqual([
    "Of Halden Works, 2025 it is not known whether its address answers (never looked at).",
  ]);
  expect(messagesOf(rule, cited([{ reference: paper }]))).toEqual([
    "Of Halden Works, 2025 it is not known whether it was retracted (never looked up).",
  ]);
});

test.each([
  ["unreachable", "no answer came"],
  ["bot-walled", "the site answers people only"],
  ["soft-404", "looks like a page that says “not found”"],
] as const)("an address that is %s is unknown, neither dead nor alive", (state, words) => {
  const [message] = messagesOf(rule, cited([{ reference: halden, known: known({ link: link(state) }) }]));
  expect(message).toContain(words);
  expect(message).toContain("last looked at 3 days ago");
});

test("an address that answers and a work that was looked up are known", () => {
  for (const state of ["alive", "redirected", "paywalled", "dead", "gone", "unsafe"] as const)
    expect(messagesOf(rule, cited([{ reference: halden, known: known({ link: link(state) }) }]))).toEqual([]);
  expect(messagesOf(rule, cited([{ reference: paper, known: known({ link: null }) }]))).toEqual([]);
});

test("a look-up of notices that came to nothing is never taken for a clear work", () => {
  const standing = { state: "unchecked", checkedAt: daysAgo(1), notice: null, noticedOn: null } as const;
  expect(messagesOf(rule, cited([{ reference: paper, known: known({ link: null, standing }) }]))).toEqual([
    "Of Halden Works, 2025 it is not known whether it was retracted (the look-up came to nothing).",
  ]);
});

test("a quote that nobody looked for, or that there is no copy to look in, is unknown", () => {
  const quote = "nobody asked the ferrymen";
  const entry = { reference: halden, known: known(), quote };
  expect(messagesOf(rule, cited([entry]))).toEqual([expect.stringContaining("nobody has looked for them yet")]);
  const unreadable = { verdict: "unreadable", checkedAt: daysAgo(1), passage: null } as const;
  expect(messagesOf(rule, cited([{ ...entry, verdict: unreadable }]))).toEqual([
    expect.stringContaining("no copy of it that can be read"),
  ]);
  const exact = { verdict: "exact", checkedAt: daysAgo(1), passage: quote } as const;
  expect(messagesOf(rule, cited([{ ...entry, verdict: exact }]))).toEqual([]);
});

test("a book that has no address and no identifier has nothing that could be looked up", () => {
  const book = sourced({ type: "book", URL: undefined, publisher: "Halden Press" });
  expect(messagesOf(rule, cited([{ reference: book }]))).toEqual([]);
});

test("where nobody looks anything up, as on the command line, the rule is silent", () => {
  expect(messagesOf(rule, cited([{ reference: halden }], { facts: noFacts }))).toEqual([]);
});
