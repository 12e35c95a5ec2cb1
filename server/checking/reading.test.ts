import { expect, test } from "vitest";
import { pdfOf } from "./testing/pdf";
import { readBody } from "./reading";

const html = (text: string, contentType = "text/html; charset=utf-8") => ({
  body: new TextEncoder().encode(text),
  mediaType: "text/html",
  contentType,
});
const granted = async (reading: Parameters<typeof readBody>[0], time?: number) => {
  const read = await readBody(reading, time);
  if (!read.ok) throw new Error(read.error.reason);
  return read.value;
};

const sentence = "The bridge cost the town 41 per cent more than the ferries had, the council’s own figures show. ";

test("the article stands first in what is read of a page, and a quote from its margin can be found too", async () => {
  const page = `<!doctype html><html><head><title>Bridge &amp; ferry</title><script>var hidden = 1</script></head><body>
    <nav>Home News Sport</nav><article><h1>The bridge</h1>${`<p>${sentence.repeat(3)}</p>`.repeat(4)}<p>It <em>opened</em> in May.</p></article>
    <aside>Letters: “I loved the ferry.”</aside><p hidden>unseen</p></body></html>`;
  const read = await granted(html(page));
  expect(read).toMatchObject({ title: "Bridge & ferry", heading: "The bridge", free: null });
  expect(read.main).toContain("It opened in May.");
  expect(read.main).not.toContain("I loved the ferry");
  expect(read.text).toContain("I loved the ferry");
  expect(read.text).not.toMatch(/hidden = 1|unseen|Home News/u);
});

test("a page in an older encoding is read as it was written", async () => {
  const body = Buffer.from("<title>Übersicht</title><p>Die Brücke kostete 41 % mehr.", "latin1");
  const read = await granted({ body, mediaType: "text/html", contentType: "text/html; charset=iso-8859-1" });
  expect(read.title).toBe("Übersicht");
  const unlabelled = await granted({ body, mediaType: "text/html", contentType: "text/html" });
  expect(unlabelled.text).toContain("Brücke");
});

test("a page says in its data that it is not free to read", async () => {
  const page = `<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":"False"}</script><p>Short.`;
  expect((await granted(html(page))).free).toBe(false);
});

test("the text of a PDF is read page by page", async () => {
  const body = pdfOf(["The council paid 41 per cent more.", "It opened in May."]);
  const read = await granted({ body, mediaType: "application/pdf", contentType: "application/pdf" });
  expect(read.text).toBe("The council paid 41 per cent more.\n\nIt opened in May.");
});

test("a broken PDF, a picture and a page that takes too long are told apart and stop nothing", async () => {
  const broken = await readBody({
    body: Buffer.from("%PDF-1.4 nonsense"),
    mediaType: "application/pdf",
    contentType: "",
  });
  const picture = await readBody({ body: new Uint8Array(9), mediaType: "image/png", contentType: "image/png" });
  const deep = await readBody(html("<div>".repeat(200_000)), 1);
  expect([broken, picture, deep].map((read) => (read.ok ? "read" : read.error.kind))).toEqual([
    "broken",
    "not-text",
    "too-long",
  ]);
  expect((await granted(html("<p>After that.</p>"))).text).toBe("After that.");
});
