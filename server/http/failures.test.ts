import { afterAll, beforeAll, expect, test } from "vitest";
import { type Internet, startInternet } from "@/server/testing/internet/internet";
import { malformed, malformedPaths } from "@/server/testing/internet/sites/malformed";
import { redirecting } from "@/server/testing/internet/sites/redirecting";
import { makeGuardedFetch } from "./make-guarded-fetch";

let internet: Internet;
beforeAll(async () => {
  internet = await startInternet([malformed, redirecting]);
});
afterAll(() => internet.close());

test.each(malformedPaths)(
  "an answer that breaks HTTP is a failure with a name, not half an answer: %s",
  async (path) => {
    const answer = await internet.fetch(`https://malformed.example${path}`);
    if (answer.ok) throw new Error(`${path} was taken for an answer.`);
    const kind =
      path.endsWith("gzip") || path.endsWith("encoding")
        ? "bad-encoding"
        : path === "/huge-head"
          ? "too-large"
          : "network";
    expect(answer.error).toMatchObject({ kind, url: `https://malformed.example${path}` });
    expect(answer.error.reason).toMatch(/\.( \(.+\))?$/);
  },
);

test.each([
  ["nowhere", "bad-redirect"],
  ["to?ftp%3A%2F%2Ffiles.example%2F", "bad-redirect"],
  ["to?file%3A%2F%2F%2Fetc%2Fpasswd", "bad-redirect"],
  ["to?http%3A%2F%2F%5B", "bad-redirect"],
  ["to?javascript%3Aalert(1)", "bad-redirect"],
  ["to?data%3Atext%2Fhtml%2Chello", "bad-redirect"],
  ["to?http%3A%2F%2F127.0.0.1%2F", "unsafe"],
  ["to?%2F%2F169.254.169.254%2Flatest", "unsafe"],
  ["to?http%3A%2F%2Flocalhost%2F", "unsafe"],
  ["to?https%3A%2F%2Fuser%3Apassword%40moved.example%2F", "unsafe"],
  ["to?https%3A%2F%2Fmoved.example%3A6379%2F", "unsafe"],
  ["loop", "too-many-redirects"],
  ["there-and-back", "too-many-redirects"],
  ["to?https%3A%2F%2Fnobody.example%2F", "dns"],
])("a redirect that cannot be followed has a name and the status that it came with: %s", async (path, kind) => {
  const answer = await internet.fetch(`https://moved.example/${path}`);
  expect(answer).toMatchObject({ ok: false, error: { kind } });
});

test.each([301, 302, 303, 307, 308])("a redirect with status %i is followed, and the way is told", async (status) => {
  const answer = await internet.fetch(`https://moved.example/status/${status}#part`);
  expect(answer).toMatchObject({
    ok: true,
    value: { url: "https://moved.example/end", redirects: [{ status, location: "https://moved.example/end" }] },
  });
});

test("what throws inside becomes a failure with a name", async () => {
  const broken = () => {
    throw new Error("A bug.");
  };
  const ground = { ports: new Set([80, 443]), agent: "x" };
  const resolve = async () => ({ ok: true, value: ["93.184.215.14"] }) as const;
  for (const fetch of [
    makeGuardedFetch({ ...ground, resolve: broken, connect: broken }),
    makeGuardedFetch({ ...ground, resolve, connect: broken }),
    makeGuardedFetch({ ...ground, resolve: async () => broken(), connect: broken }),
  ])
    expect(await fetch("https://news.example/")).toMatchObject({
      ok: false,
      error: { kind: "network", url: "https://news.example/" },
    });
});

test("a step that never ends is left at the hour", async () => {
  const hang = () => new Promise<never>(() => {});
  const fetch = makeGuardedFetch({ resolve: hang, connect: hang, ports: new Set([443]), agent: "x" });
  expect(await fetch("https://news.example/", { timeout: 50 })).toMatchObject({
    ok: false,
    error: { kind: "timeout" },
  });
});

test("what is no address at all is refused without a look-up", async () => {
  for (const url of [
    "",
    "news.example",
    "http://",
    "https://exa mple.example/",
    "mailto:mara@news.example",
    `https://news.example/${"a".repeat(9_000)}`,
  ])
    expect(await internet.fetch(url)).toMatchObject({ ok: false, error: { kind: "bad-url", url } });
});
