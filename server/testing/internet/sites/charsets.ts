import type { Site, SiteAnswer } from "@/server/testing/internet/site";

/** One sentence in several encodings, told rightly, wrongly or not at all; each path says which. */
export const charsets: Site = {
  host: "charsets.example",
  answer: ({ url }) => answers[url.pathname] ?? { status: 404 },
};

/** What every page of it says, once it is read aright. */
export const charsetSentence = "Müller café – naïve “Zürich”";

const html = (meta: string) =>
  `<!doctype html><html><head>${meta}<title>x</title></head><body>${charsetSentence}</body></html>`;
const windows = (text: string) => Buffer.from([...text].map((letter) => cp1252[letter] ?? letter.charCodeAt(0)));
const cp1252: Record<string, number> = { "–": 0x96, "“": 0x93, "”": 0x94 };
const type = (value: string) => ({ "content-type": value });

const answers: Record<string, SiteAnswer> = {
  "/header": { headers: type("text/html; charset=windows-1252"), body: windows(html("")) },
  "/meta": { headers: type("text/html"), body: windows(html('<meta charset="windows-1252">')) },
  "/http-equiv": {
    headers: type("text/html"),
    body: windows(html('<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">')),
  },
  "/wrong-header": { headers: type("text/html; charset=iso-8859-1"), body: Buffer.from(html("")) },
  "/unknown-label": { headers: type("text/html; charset=utf-9"), body: Buffer.from(html("")) },
  "/bom": { headers: type("text/html; charset=iso-8859-1"), body: Buffer.from(`\ufeff${html("")}`) },
  "/utf-16": { headers: type("text/html"), body: Buffer.from(`\ufeff${html("")}`, "utf16le") },
  "/nothing": { headers: type("text/html"), body: Buffer.from(html("")) },
};
