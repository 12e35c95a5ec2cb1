import { gunzipSync } from "node:zlib";
import { WARCParser } from "warcio";
import { expect, test } from "vitest";
import { readWarc, sha256Of, writeWarc } from "./warc";

const body = new TextEncoder().encode("<!doctype html><title>Brücken</title><p>Die Brücke kostete 41 Prozent mehr.");
const exchange = {
  url: "https://town.example/bridge",
  finalUrl: "https://town.example/news/bridge?page=1",
  at: "2027-05-03T09:00:00.000Z",
  status: 200,
  headers: { "content-type": "text/html; charset=utf-8", "content-encoding": "br", "x-note": "two\r\nlines" },
  body,
  notes: { title: "Brücken" },
};

test("what was kept can be read back, byte for byte, under its SHA-256", async () => {
  const kept = await readWarc(await writeWarc(exchange));
  expect(kept).toMatchObject({ url: exchange.finalUrl, status: 200, sha256: sha256Of(body) });
  expect(Buffer.from(kept?.body ?? [])).toEqual(Buffer.from(body));
  expect(kept?.headers).not.toHaveProperty("content-encoding");
});

test("a copy is a WARC 1.1 file of three records, which any other reader of such files understands", async () => {
  const bytes = await writeWarc(exchange);
  const seen: (string | null | undefined)[][] = [];
  for await (const record of new WARCParser([bytes].values())) {
    seen.push([record.warcType, record.warcTargetURI]);
    await record.readFully(false);
  }
  expect(seen).toEqual(["response", "request", "metadata"].map((type) => [type, exchange.finalUrl]));
  const text = gunzipSync(bytes).toString();
  expect(text.match(/^WARC\/1\.1\r$/gmu)).toHaveLength(3);
  expect(text).toContain(`WARC-Payload-Digest: sha256:${sha256Of(body)}`);
  expect(text).toContain("GET /news/bridge?page=1 HTTP/1.1");
  expect(text).toContain("via: https://town.example/bridge");
  expect(text).toContain("title: Brücken");
});

test("an empty page can be kept, and a file that somebody changed is not believed", async () => {
  expect((await readWarc(await writeWarc({ ...exchange, body: new Uint8Array() })))?.body).toHaveLength(0);
  const { gzipSync } = await import("node:zlib");
  const changed = gunzipSync(await writeWarc(exchange))
    .toString("latin1")
    .replace("41 Prozent", "14 Prozent");
  expect(await readWarc(gzipSync(Buffer.from(changed, "latin1")))).toBeNull();
  expect(await readWarc(Buffer.from("not a WARC file at all"))).toBeNull();
});
