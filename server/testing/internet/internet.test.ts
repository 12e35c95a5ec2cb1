import { afterAll, beforeAll, expect, test } from "vitest";
import { type Internet, startInternet } from "./internet";
import { stockSites } from "./sites/all";

let internet: Internet;
beforeAll(async () => {
  internet = await startInternet(stockSites);
});
afterAll(() => internet.close());

test("a page of the fake internet is fetched over http and over https", async () => {
  for (const scheme of ["http", "https"]) {
    const answer = await internet.fetch(`${scheme}://halden-courier.example/harbour`, { accept: ["text/html"] });
    expect(answer).toMatchObject({
      ok: true,
      value: { status: 200, url: `${scheme}://halden-courier.example/harbour` },
    });
    expect(internet.requests.at(-1)?.url).toBe(`${scheme}://halden-courier.example/harbour`);
  }
});

test("a host that nobody plays fails as a name that does not exist", async () => {
  expect(await internet.fetch("https://nobody.example/")).toMatchObject({ ok: false, error: { kind: "dns" } });
});

test("a name that stands for a private address is refused before it is asked", async () => {
  const before = internet.requests.length;
  for (const host of ["loopback", "router", "metadata", "mixed", "mixed-v6"])
    expect(await internet.fetch(`https://${host}.private.example/`)).toMatchObject({
      ok: false,
      error: { kind: "unsafe" },
    });
  expect(internet.requests).toHaveLength(before);
});
