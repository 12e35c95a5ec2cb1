import { expect, test } from "vitest";
import { readText } from "./read-text";

const bytes = (text: string) => new TextEncoder().encode(text);
const kindOf = (input: Uint8Array) => {
  const read = readText(input);
  return read.ok ? "read" : read.error.kind;
};

test("a byte order mark is no part of a draft", () => {
  expect(readText(bytes("\uFEFFThe Well"))).toEqual({ ok: true, value: "The Well" });
});

test("what is no text is refused by its name", () => {
  expect(kindOf(Uint8Array.of(0xff, 0xfe, 0x41, 0x00))).toBe("not-utf8");
  expect(kindOf(bytes("a\0b"))).toBe("has-nul");
  expect(kindOf(bytes(" \n\t "))).toBe("empty");
  expect(kindOf(bytes("\n".repeat(300_000) + "a"))).toBe("too-large");
});

test("a draft of five megabytes is read, and one byte more is not", () => {
  expect(kindOf(bytes("a".repeat(5 * 1024 * 1024)))).toBe("read");
  expect(kindOf(bytes("a".repeat(5 * 1024 * 1024 + 1)))).toBe("too-large");
});
