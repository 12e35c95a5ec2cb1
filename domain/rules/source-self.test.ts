import { expect, test } from "vitest";
import { cited } from "./testing/known";
import { findingsOf, messagesOf } from "./testing/findings";
import { sourced } from "./testing/manuscript";

const rule = "source/self";
const ownHosts = ["gazette.example"];
const ours = sourced({ title: "What we said before", URL: "https://www.gazette.example/before" });
const archive = sourced({ title: "What we said long ago", URL: "http://archive.gazette.example/1999" });
const other = sourced();

test("a section that cites nobody but ourselves is named", () => {
  expect(findingsOf(rule, cited([{ reference: ours }, { reference: archive }], { ownHosts }))).toMatchObject([
    { severity: "warning", place: { kind: "section" }, message: "“Findings” cites nobody but ourselves." },
  ]);
});

test("one witness from outside is enough", () => {
  expect(messagesOf(rule, cited([{ reference: ours }, { reference: other }], { ownHosts }))).toEqual([]);
});

test("a book without an address, and a host that only ends like ours, are not ourselves", () => {
  const book = sourced({ type: "book", URL: undefined, publisher: "Gazette Press" });
  const alike = sourced({ URL: "https://thegazette.example/x" });
  expect(messagesOf(rule, cited([{ reference: book }], { ownHosts }))).toEqual([]);
  expect(messagesOf(rule, cited([{ reference: alike }], { ownHosts }))).toEqual([]);
});

test("a house that does not know its own address accuses nobody", () => {
  expect(messagesOf(rule, cited([{ reference: ours }]))).toEqual([]);
});
