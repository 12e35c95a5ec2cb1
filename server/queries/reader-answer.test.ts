import { expect, test, vi } from "vitest";
import { type Compression, pageAnswer } from "./reader-answer";
import type { ReaderPage } from "./reader-page";

const bytes = (text: string) => Uint8Array.from(Buffer.from(text));
const page: ReaderPage = {
  status: 200,
  contentType: "text/html; charset=utf-8",
  location: null,
  etag: '"abc"',
  body: bytes("the page"),
  gzip: bytes("gz"),
  brotli: bytes("b"),
  policy: "style-src 'sha256-x'",
  forms: "'none'",
  headers: [],
};

const ask = (
  headers: Record<string, string> = {},
  method = "GET",
  shown = page,
  compression: Compression = "packed",
): Response => {
  const asked = {
    method,
    acceptEncoding: headers["accept-encoding"] ?? null,
    ifNoneMatch: headers["if-none-match"] ?? null,
  };
  const answer = pageAnswer(asked, shown, compression);
  const pairs = answer.headers.flatMap((name, at): [string, string][] =>
    at % 2 === 0 ? [[name, answer.headers[at + 1] ?? ""]] : [],
  );
  return new Response(answer.body, { status: answer.status, headers: pairs });
};

test("a page is sent in the form that the reader would have, with its length and its own validator", async () => {
  const answer = ask({ "accept-encoding": "br" });
  expect(await answer.text()).toBe("b");
  expect(answer.headers.get("content-encoding")).toBe("br");
  expect(answer.headers.get("content-length")).toBe("1");
  expect(answer.headers.get("etag")).toBe('"abc-br"');
  expect(answer.headers.get("vary")).toBe("Accept-Encoding");
  expect(ask().headers.get("etag")).toBe('"abc"');
  expect(ask().headers.get("content-encoding")).toBeNull();
});

test("where something compresses on the way, plain bytes are sent with a weak validator", async () => {
  const later = (headers: Record<string, string>) => ask(headers, "GET", page, "later");
  const answer = later({ "accept-encoding": "br" });
  expect(await answer.text()).toBe("the page");
  expect(answer.headers.get("content-encoding")).toBeNull();
  expect(answer.headers.get("etag")).toBe('W/"abc"');
  expect(later({}).headers.get("etag")).toBe('"abc"');
  expect(later({ "if-none-match": 'W/"abc"' }).status).toBe(304);
});

test("HEAD says what GET would, without the bytes", async () => {
  const answer = ask({ "accept-encoding": "gzip" }, "HEAD");
  expect(answer.headers.get("content-length")).toBe("2");
  expect(await answer.text()).toBe("");
});

test.each(['"abc"', '"abc-br"', 'W/"abc-gzip"', '"x", "abc"', "*"])(
  "a reader who has %s already is sent nothing again",
  async (known) => {
    const answer = ask({ "if-none-match": known, "accept-encoding": "br" });
    expect(answer.status).toBe(304);
    expect(answer.headers.get("etag")).toBe('"abc-br"');
    expect(answer.headers.get("content-length")).toBeNull();
    expect(await answer.text()).toBe("");
  },
);

test.each(['"abd"', '"abcd"', "abc", '"abc-zstd"'])("a reader who has %s is sent the page", (known) => {
  expect(ask({ "if-none-match": known }).status).toBe(200);
});

test("a withdrawn page says so to a reader who has it already", () => {
  expect(ask({ "if-none-match": '"abc"' }, "GET", { ...page, status: 410 }).status).toBe(410);
});

test("no page lets a script run, is framed, sets a cookie or stays in a shared cache for a minute", () => {
  const { headers } = ask();
  const policy = headers.get("content-security-policy") ?? "";
  expect(policy).toContain("default-src 'none'; style-src 'sha256-x'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toMatch(/unsafe|script-src/);
  expect(headers.get("set-cookie")).toBeNull();
  expect(headers.get("x-content-type-options")).toBe("nosniff");
  expect(Number(/s-maxage=(\d+)/.exec(headers.get("cache-control") ?? "")?.[1])).toBeLessThan(60);
  expect(headers.get("strict-transport-security")).toBeNull();
});

test("a site of https is only ever asked for that way again", () => {
  vi.stubEnv("SITE_URL", "https://reader.example");
  expect(ask({}, "GET", { ...page }).headers.get("strict-transport-security")).toMatch(/max-age/);
  vi.unstubAllEnvs();
});
