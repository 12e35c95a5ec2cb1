import { expect, test } from "vitest";
import { fail, ok } from "@/domain/result";
import type { Fetch } from "@/server/http/fetch";
import { askCrossref } from "./crossref-standing";

const settings = { base: "https://crossref.test", mailto: "desk@gazette.example", timeoutMs: 1000 };
const doi = "10.5555/bridge.7";
const answering =
  (status: number, body: unknown): Fetch =>
  (url) =>
    Promise.resolve(
      ok({
        status,
        headers: {},
        body: new TextEncoder().encode(typeof body === "string" ? body : JSON.stringify(body)),
        url,
        redirects: [],
        durationMs: 1,
      }),
    );
const ask = (body: unknown, status = 200) => askCrossref(answering(status, body), doi, settings);
const work = (more: object) => ({ status: "ok", message: { DOI: "10.5555/Bridge.7", ...more } });
const retraction = { DOI: "10.5555/n", type: "retraction", updated: { "date-parts": [[2024, 5, 4]] } };

test("a work that nothing was said against is clear: an answer without notices", async () => {
  expect(await ask(work({ title: ["Ferries"] }))).toEqual({ ok: true, value: [] });
  expect(await ask(work({ "updated-by": [{ ...retraction, type: "new_version" }] }))).toEqual({ ok: true, value: [] });
});

test("a retracted work is told with its notice", async () => {
  expect(await ask(work({ "updated-by": [retraction] }))).toMatchObject({
    ok: true,
    value: [{ kind: "retracted", notice: "10.5555/n", noticedOn: "2024-05-04" }],
  });
});

test.each<[string, unknown]>([
  ["that is no JSON", "<html>Please try again</html>"],
  ["that is cut off", '{"message": {"DOI": "10.5555/bridge.7", "updated-by": ['],
  ["without a message", { status: "ok" }],
  ["about another work", { message: { DOI: "10.5555/another" } }],
  ["about no work", { message: { title: ["Ferries"] } }],
  ["whose updates are no list", work({ "updated-by": { type: "retraction" } })],
  ["with an update that nobody can read", work({ "updated-by": ["retraction"] })],
  ["with an update of a kind that is new to the desk", work({ "updated-by": [{ ...retraction, type: "annulment" }] })],
  ["with a retraction of which the notice is missing", work({ "updated-by": [{ type: "retraction" }] })],
])("an answer %s is unknown, never clear", async (_, body) => {
  expect(await ask(body)).toMatchObject({ ok: false, error: { kind: "unreadable" } });
});

test("a service that is away, or has no such DOI, leaves the work unknown", async () => {
  expect(await ask({}, 503)).toMatchObject({ ok: false, error: { kind: "unavailable" } });
  expect(await ask("Resource not found.", 404)).toMatchObject({ ok: false, error: { kind: "unknown-work" } });
  const away: Fetch = (url) => Promise.resolve(fail({ kind: "timeout", reason: "No answer within 10 s.", url }));
  expect(await askCrossref(away, doi, settings)).toMatchObject({
    ok: false,
    error: { reason: "No answer within 10 s." },
  });
});

test("the desk says who asks, and asks for the whole DOI", async () => {
  const asked: string[] = [];
  const listening: Fetch = (url, options) => {
    asked.push(url);
    return answering(200, work({}))(url, options);
  };
  await askCrossref(listening, "10.1002/(sici)1097<1::aid>3.0.co;2-6", settings);
  expect(asked).toEqual([
    "https://crossref.test/works/10.1002%2F(sici)1097%3C1%3A%3Aaid%3E3.0.co%3B2-6?mailto=desk%40gazette.example",
  ]);
});
