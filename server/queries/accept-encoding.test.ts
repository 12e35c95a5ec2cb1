import { expect, test } from "vitest";
import { preferredEncoding } from "./accept-encoding";

test.each([
  [null, "identity"],
  ["", "identity"],
  ["gzip, deflate, br, zstd", "br"],
  ["gzip, deflate", "gzip"],
  ["x-gzip", "gzip"],
  ["br;q=0.5, gzip", "gzip"],
  ["br;q=0.5, gzip;q=0.5", "br"],
  ["BR", "br"],
  ["br;q=0, gzip;q=0", "identity"],
  ["*", "br"],
  ["*;q=0", "identity"],
  ["br;q=0, *", "gzip"],
  ["identity;q=0, gzip;q=0.2", "gzip"],
  ["identity", "identity"],
  ["gzip ; q = 0.8 , br ; q=0.9", "br"],
  ["br;q=2, gzip;q=0.1", "gzip"],
  ["zstd", "identity"],
])("a reader who accepts %j is sent %s", (header, encoding) => {
  expect(preferredEncoding(header)).toBe(encoding);
});
