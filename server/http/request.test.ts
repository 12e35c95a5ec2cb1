import { afterAll, beforeAll, expect, test } from "vitest";
import { type Internet, startInternet } from "@/server/testing/internet/internet";
import { cached } from "@/server/testing/internet/sites/cached";
import { redirecting } from "@/server/testing/internet/sites/redirecting";
import { answerHeaders, requestHeaders } from "./headers";
import { allowedPorts, userAgent } from "./settings";

let internet: Internet;
beforeAll(async () => {
  internet = await startInternet([cached, redirecting]);
});
afterAll(() => internet.close());

test("a request says who asks and what for, and carries no cookie, no password and no trail", async () => {
  await internet.fetch("https://moved.example/chain/1", {
    accept: ["text/html", "application/pdf"],
    headers: {
      Cookie: "session=1",
      Authorization: "Bearer x",
      "Proxy-Authorization": "x",
      Referer: "https://desk.example/drafts/secret",
      Origin: "https://desk.example",
      Host: "127.0.0.1",
      "X-Forwarded-For": "10.0.0.1",
      "User-Agent": "Somebody else",
      "Transfer-Encoding": "chunked",
      "Accept-Language": "nb",
      "X-Split": "a\r\nCookie: b",
    },
  });
  const [first, second] = internet.requests.slice(-2);
  for (const asked of [first, second])
    expect(asked?.headers).toEqual({
      accept: "text/html, application/pdf",
      "accept-encoding": "gzip, deflate, br",
      "accept-language": "nb",
      connection: "close",
      host: "moved.example",
      "user-agent": "Imprimatur/1.0 (test)",
    });
});

test("what has not changed is not sent again", async () => {
  const etag = await internet.fetch("https://cached.example/etag", { etag: '"wall-7"' });
  expect(etag).toMatchObject({ ok: true, value: { status: 304, headers: { etag: '"wall-7"' }, body: { length: 0 } } });
  const dated = await internet.fetch("https://cached.example/dated", { lastModified: "Fri, 14 Mar 2025 08:00:00 GMT" });
  expect(dated).toMatchObject({ ok: true, value: { status: 304 } });
  expect(await internet.fetch("https://cached.example/etag", { etag: '"wall-6"' })).toMatchObject({
    value: { status: 200 },
  });
});

test("an answer's headers are told in small letters, without cookies, and in their own letters", () => {
  const location = Buffer.from("/é").toString("latin1");
  expect(
    answerHeaders([
      "Link",
      "<a>",
      "LINK",
      "<b>",
      "Set-Cookie",
      "x=1",
      "__proto__",
      "x",
      "Location",
      location,
      "X",
      "\xe9",
    ]),
  ).toEqual({
    link: "<a>, <b>",
    location: "/é",
    x: "é",
  });
});

test("a host is named with its port only where that is not the scheme's own", () => {
  expect(requestHeaders(new URL("https://news.example:443/").host, "x", {})["host"]).toBe("news.example");
  expect(requestHeaders(new URL("https://news.example:8443/").host, "x", {})["host"]).toBe("news.example:8443");
});

test("we say which newsroom asks, if it has an address", () => {
  expect(userAgent({ SITE_URL: "https://saltmarsh.example/" })).toBe(
    "Imprimatur/1.0 (checks sources; +https://saltmarsh.example)",
  );
  expect(userAgent({})).toBe("Imprimatur/1.0 (checks sources)");
  expect(userAgent({ SITE_URL: "x\r\nCookie: y" })).toBe("Imprimatur/1.0 (checks sources)");
});

test("more ports are allowed by name, and a setting that is no list of ports is refused", () => {
  expect(allowedPorts({})).toEqual({ ok: true, value: new Set([80, 443]) });
  expect(allowedPorts({ IMPRIMATUR_FETCH_PORTS: "8080, 8443" })).toEqual({
    ok: true,
    value: new Set([80, 443, 8080, 8443]),
  });
  for (const setting of ["all", "0", "70000", "80-90", "8080;22", "-1", "1e3.5"])
    expect(allowedPorts({ IMPRIMATUR_FETCH_PORTS: setting }).ok).toBe(false);
});
