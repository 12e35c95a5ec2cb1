import { afterAll, beforeAll, expect, test } from "vitest";
import { type Internet, startInternet } from "@/server/testing/internet/internet";
import { charsetSentence, charsets } from "@/server/testing/internet/sites/charsets";
import { decodeBody } from "./charset";

let internet: Internet;
beforeAll(async () => {
  internet = await startInternet([charsets]);
});
afterAll(() => internet.close());

test.each([
  ["/header", "windows-1252"],
  ["/meta", "windows-1252"],
  ["/http-equiv", "windows-1252"],
  ["/wrong-header", "utf-8"],
  ["/unknown-label", "utf-8"],
  ["/bom", "utf-8"],
  ["/utf-16", "utf-16le"],
  ["/nothing", "utf-8"],
])("a page is read in its own encoding, however it tells of it: %s", async (path, encoding) => {
  const answer = await internet.fetch(`https://charsets.example${path}`);
  if (!answer.ok) throw new Error(answer.error.reason);
  const read = decodeBody(answer.value.body, answer.value.headers["content-type"]);
  expect(read).toMatchObject({ encoding, lossy: false });
  expect(read.text).toContain(charsetSentence);
});

const bytes = (text: string) => new TextEncoder().encode(text);

test("an XML declaration counts, a meta tag in a comment does not", () => {
  const greek = new Uint8Array([...bytes('<?xml version="1.0" encoding="iso-8859-7"?><a>'), 0xe1]);
  expect(decodeBody(greek, "application/xml").text).toMatch(/α$/);
  const commented = new Uint8Array([...bytes('<!-- <meta charset="iso-8859-7"> --><p>'), 0xe1]);
  expect(decodeBody(commented, "text/html")).toMatchObject({ encoding: "windows-1252" });
});

test("a page that calls itself UTF-16 in letters of ASCII is read as UTF-8", () => {
  expect(decodeBody(bytes('<meta charset="utf-16">é'), "text/html")).toMatchObject({ encoding: "utf-8", lossy: false });
});

test("bytes that make no sense in the declared encoding are replaced, and it is said", () => {
  const read = decodeBody(new Uint8Array([...bytes("caf"), 0xe9]), "text/html; charset=utf-8");
  expect(read).toEqual({ text: "caf\ufffd", encoding: "utf-8", lossy: true });
});
