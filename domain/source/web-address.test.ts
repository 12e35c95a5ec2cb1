import fc from "fast-check";
import { expect, test } from "vitest";
import { identityKeys, keyText } from "./identity";
import { originalAddress } from "./original-address";
import { punycodeOf } from "./punycode";
import { webAddressOf } from "./web-address";
import { hostOf } from "./web-host";

test.each([
  [
    "https://halden.example/ferry-goes",
    [
      "https://halden.example/ferry-goes/amp",
      "https://halden.example/ferry-goes/amp/",
      "https://amp.halden.example/ferry-goes?amp=1",
      "https://halden.example/ferry-goes?amp",
      "https://halden.example/ferry-goes?outputType=amp",
    ],
  ],
  [
    "https://halden.example/ferry.html",
    [
      "https://halden.example/ferry.amp.html",
      "https://m.halden.example/ferry.html",
      "https://mobile.halden.example/ferry.html#top",
    ],
  ],
  [
    "https://halden.example/ferry?id=3",
    [
      "https://halden-example.cdn.ampproject.org/c/s/halden.example/ferry?id=3",
      "https://cdn.ampproject.org/v/s/www.halden.example/ferry?id=3&amp_js_v=0.1",
      "https://www.google.com/amp/s/amp.halden.example/ferry?id=3",
      "https://www.google.co.uk/amp/halden.example/ferry?id=3",
      "https://web.archive.org/web/20240503120000/https://www.halden.example/ferry?id=3",
      "http://web.archive.org/web/2024id_/halden.example/ferry?id=3",
      "https://archive.ph/2024.05.03-120000/https://halden.example/ferry?id=3",
    ],
  ],
  [
    "https://en.wikipedia.org/wiki/Ferry",
    [
      "https://en.m.wikipedia.org/wiki/Ferry",
      "http://en.wikipedia.org./wiki/Ferry#History",
      "HTTPS://EN.WIKIPEDIA.ORG/wiki/%46erry",
    ],
  ],
  [
    "https://halden.example/docs",
    [
      "https://halden.example/docs/index.html",
      "https://halden.example/docs/index.php",
      "https://halden.example//docs/../docs/./Default.aspx".replace("//docs", "/docs"),
      "https://halden.example\\docs\\",
    ],
  ],
  [
    "https://halden.example/app#!/records/1",
    ["http://www.halden.example/app/#!/records/1", "https://halden.example/app#!/records/1/"],
  ],
  [
    "https://xn--bcher-kva.example/a",
    [
      "https://bücher.example/a",
      "https://BÜCHER.example/a",
      "https://b%C3%BCcher.example/a",
      "https://xn--bcher-kva.EXAMPLE:443/a",
      "https://www.bücher。example/a",
    ],
  ],
  [
    "https://halden.example/a?b=2&c=1",
    [
      "https://user:secret@halden.example/a?c=1&b=2&utm_source=x",
      "https://halden.example:0080/a?b=2&&c=1&spm=1.2&guccounter=1",
      " https://halden.exa\nmple/a?b=2&c=1 ",
    ],
  ],
  ["https://192.0.2.1/a", ["http://0xC0.0.0x2.1/a", "http://3221225985/a", "http://0300.0.02.01/a"]],
  ["https://[2001:db8::1]/a", ["http://[2001:0DB8:0:0:0:0:0:1]/a", "http://[2001:db8::0.0.0.1]:80/a"]],
])("%s is one page in all its spellings", (normal, spellings) => {
  expect(spellings.map(webAddressOf)).toEqual(spellings.map(() => normal));
  expect(webAddressOf(normal)).toBe(normal);
});

test("what no browser would open is no address", () => {
  const wrong = [
    "",
    "ftp://a.example/b",
    "https://",
    "https:///",
    "https://a b/",
    "https://[::1",
    "https://256.1.1.1/",
    "https://a..b/",
    "https://a.example:99999/",
    "https://%zz/",
    "https://a<b/",
    "mailto:a@b",
  ];
  expect(wrong.map(webAddressOf)).toEqual(wrong.map(() => null));
});

test("a snapshot of a work at its resolver is that work", () => {
  const keys = (address: string) => identityKeys({ type: "webpage", title: "A", URL: address }).map(keyText);
  expect(keys("https://web.archive.org/web/2020/https://doi.org/10.1000/182")).toEqual(["doi:10.1000/182"]);
  expect(keys("https://europepmc.org/article/PMC/PMC13901")).toEqual(["pmcid:PMC13901"]);
  expect(keys("https://web.archive.org/web/2020/https://halden.example/")).toEqual([]);
  expect(originalAddress("https://web.archive.org/web/*/https://halden.example/a")).toContain("web.archive.org");
});

test("a host is the one that the web platform asks", () => {
  const label = fc.oneof(
    fc.stringMatching(/^[a-z\d]{1,8}$/u),
    fc.constantFrom("bücher", "пример", "例え", "ÉTÉ", "x--y", "0x1f", "017", "300"),
  );
  const host = fc.array(label, { minLength: 1, maxLength: 4 }).map((labels) => labels.join("."));
  const asked = fc.property(
    fc.oneof(
      host,
      fc.ipV4Extended(),
      fc.ipV6().map((address) => `[${address}]`),
    ),
    (name) => {
      const url = URL.parse(`http://${name}/`);
      expect(hostOf(name)).toBe(url ? url.hostname : null);
    },
  );
  fc.assert(asked, { numRuns: 400 });
  expect(punycodeOf("他们为什么不说中文")).toBe("ihqwcrb4cv8a8dqg056pqjye");
}, 30_000);

test("an address as the web platform writes it is the same page", () => {
  const piece = fc.constantFrom(
    "/",
    "..",
    ".",
    "a",
    "B",
    "%7e",
    "%2F",
    "é",
    " ",
    "?",
    "&",
    "=",
    "'",
    "#",
    "!",
    "index.html",
    "amp",
    "\\",
    "|",
    "{",
    "^",
    ";",
    "utm_x=1",
    "a-b",
    "[",
    '"',
  );
  const address = fc.array(piece, { maxLength: 12 }).map((pieces) => `https://www.halden.example/${pieces.join("")}`);
  const same = fc.property(address, (text) => {
    const url = URL.parse(text);
    if (url) expect(webAddressOf(url.href)).toBe(webAddressOf(text));
  });
  fc.assert(same, { numRuns: 600 });
}, 30_000);
