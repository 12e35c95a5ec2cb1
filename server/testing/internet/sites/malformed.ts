import { gzipSync } from "node:zlib";
import type { Site, SiteAnswer } from "@/server/testing/internet/site";

/** Answers that break HTTP: each path of `malformedPaths` in its own way. */
export const malformed: Site = {
  host: "malformed.example",
  answer: ({ url }) => answers[url.pathname] ?? { status: 404 },
};

const answers: Record<string, SiteAnswer> = {
  "/status-line": { raw: "HTP/1.1 two hundred OK\r\n\r\nhello" },
  "/no-status": { raw: "<html>no head at all</html>" },
  "/header-name": { raw: "HTTP/1.1 200 OK\r\nbad header name: x\r\n\r\nhello" },
  "/header-fold": { raw: "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\x00: x\r\n\r\nhello" },
  "/two-lengths": { raw: "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 9\r\n\r\nhello" },
  "/length-and-chunks": {
    raw: "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n",
  },
  "/chunk-size": { raw: "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nhello\r\n0\r\n\r\n" },
  "/truncated": { raw: "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 500\r\n\r\n<p>The first half" },
  "/truncated-head": { raw: "HTTP/1.1 200 OK\r\nContent-Type: text/ht" },
  "/huge-head": { raw: `HTTP/1.1 200 OK\r\n${"X-Padding: aaaaaaaaaaaaaaaa\r\n".repeat(20_000)}\r\nhello` },
  "/hang-up": { raw: "" },
  "/upgrade": { raw: "HTTP/1.1 101 Switching Protocols\r\nUpgrade: h2c\r\nConnection: Upgrade\r\n\r\n" },
  "/not-gzip": { headers: { "content-type": "text/html", "content-encoding": "gzip" }, body: "this is not gzip" },
  "/half-gzip": {
    headers: { "content-type": "text/html", "content-encoding": "gzip" },
    body: gzipSync("The first half and the second half").subarray(0, 20),
  },
  "/unknown-encoding": { headers: { "content-type": "text/html", "content-encoding": "zippy" }, body: "?" },
};

/** The paths that answer in a broken way. */
export const malformedPaths = Object.keys(answers);
