import { expect, test } from "vitest";
import { hostOf, linkAddressOf } from "./link-address";

test("a source is looked at where its record says, else where its DOI leads", () => {
  expect(linkAddressOf({ URL: "https://News.Example:443/a", DOI: "10.1/x" })).toEqual({
    url: "https://News.Example:443/a",
    host: "news.example",
  });
  expect(linkAddressOf({ DOI: "https://doi.org/10.1017/S1472669614000255" })).toEqual({
    url: "https://doi.org/10.1017/s1472669614000255",
    host: "doi.org",
  });
  expect(linkAddressOf({ DOI: "10.1002/(SICI)1097<1::AID>3.0.CO;2-#" })?.url).toBe(
    "https://doi.org/10.1002/(sici)1097%3C1::aid%3E3.0.co;2-%23",
  );
  expect(linkAddressOf({ DOI: "not a DOI" })).toBeNull();
  expect(linkAddressOf({})).toBeNull();
});

test("a host is the same however its address is written", () => {
  expect(["http://a.example", "HTTPS://A.EXAMPLE./x", "https://u:p@a.example:8443/?q"].map(hostOf)).toEqual(
    Array(3).fill("a.example"),
  );
  expect(["ftp://a.example", "a.example", "https:///x"].map(hostOf)).toEqual([null, null, null]);
});
