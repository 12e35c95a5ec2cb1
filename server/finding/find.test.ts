import { beforeEach, expect, test } from "vitest";
import { groupCandidates } from "@/domain/source/candidates";
import { FindingSettings } from "@/domain/source/finding-settings";
import { whatIsPasted } from "@/domain/source/pasted";
import { asking } from "@/server/testing/internet/asking";
import { type Asked, fetchFrom } from "@/server/testing/internet/fetch-from";
import type { Site } from "@/server/testing/internet/site";
import { services } from "@/server/testing/internet/sites";
import { crossrefSite } from "@/server/testing/internet/sites/crossref";
import { type Ill, unwell } from "@/server/testing/internet/sites/unwell";
import type { Fetch } from "@/server/http/fetch";
import { find } from "./find";
import { forgetPauses } from "./pauses";

beforeEach(forgetPauses);

const doi = whatIsPasted("10.5555/tides.2019.7")[0]!;
const withIll = (ill: Site, how: Ill) => services.map((site) => (site === ill ? unwell(site, how) : site));

test("services that know a work are shown side by side, each field with where it came from", async () => {
  const { asked, candidates, nothing, failed } = await find(doi, fetchFrom(services), asking);
  expect(asked).toEqual(["crossref", "datacite", "doi", "pubmed"]);
  expect(candidates.map(({ service }) => service)).toEqual(["crossref", "doi", "pubmed"]);
  expect({ nothing, failed }).toEqual({ nothing: ["datacite"], failed: [] });
  expect(groupCandidates(candidates)).toHaveLength(1);
  for (const { service, record, origins } of candidates) {
    expect(Object.keys(origins).toSorted()).toEqual(Object.keys(record).toSorted());
    expect(origins.title).toEqual({ from: service, at: "2027-05-03T10:00:00.000Z" });
  }
});

test.each<[Ill, string]>([
  ["down", "It has trouble of its own (500)."],
  ["slow", "It took too long to answer."],
  ["malformed", "Its answer could not be read."],
  ["empty", "Its answer could not be read."],
  ["limited", "It has too many requests: try again in 2 minutes."],
  ["wall", "It does not let us in (403)."],
])("a service that is %s is named with the reason and stops nobody else", async (how, why) => {
  const { candidates, failed } = await find(doi, fetchFrom(withIll(crossrefSite, how)), asking);
  expect(candidates.map(({ service }) => service)).toEqual(["doi", "pubmed"]);
  expect(failed).toEqual([{ service: "crossref", name: "Crossref", why, retryAfter: how === "limited" ? 120 : null }]);
});

test("with every service down, every one is named", async () => {
  const { candidates, failed } = await find(doi, fetchFrom([]), asking);
  expect(candidates).toEqual([]);
  expect(failed.map(({ name, why }) => `${name}: ${why}`)).toEqual([
    "Crossref: There is no such host.",
    "DataCite: There is no such host.",
    "doi.org: There is no such host.",
    "PubMed: There is no such host.",
  ]);
});

test("a service that asked for a pause is left alone until it is over", async () => {
  const asked: Asked[] = [];
  const fetch = fetchFrom(withIll(crossrefSite, "limited"), asked);
  const atCrossref = () => asked.filter(({ url }) => url.includes("api.crossref.org")).length;
  await find(doi, fetch, asking, ["crossref"]);
  const again = await find(doi, fetch, { ...asking, now: new Date(asking.now.getTime() + 60_000) }, ["crossref"]);
  expect(again.failed).toMatchObject([{ why: "It asked for a pause: try again in 60 seconds.", retryAfter: 60 }]);
  expect(atCrossref()).toBe(1);
  await find(doi, fetch, { ...asking, now: new Date(asking.now.getTime() + 121_000) }, ["crossref"]);
  expect(atCrossref()).toBe(2);
});

test("a fetch that never ends is given up after the time that the newsroom set", async () => {
  const endless: Fetch = () => new Promise(() => undefined);
  const settings = FindingSettings.parse({ timeoutMs: 500 });
  const { failed } = await find(doi, endless, { ...asking, settings }, ["crossref", "pubmed"]);
  expect(failed.map(({ why }) => why)).toEqual([
    "It did not answer within 0.5 seconds.",
    "It did not answer within 0.5 seconds.",
  ]);
});

test("the DOI that a page names is looked up in turn", async () => {
  const [query] = whatIsPasted("https://pages.example/articles/7");
  const { asked, candidates } = await find(query!, fetchFrom(services), asking);
  expect(asked).toEqual(["page", "crossref", "datacite", "doi", "pubmed"]);
  expect(groupCandidates(candidates)).toHaveLength(1);
  expect(candidates[0]?.origins.title).toEqual({ from: "page", at: "2027-05-03T10:00:00.000Z", via: "Highwire" });
});

test("the newsroom decides who is asked, where and in which order", async () => {
  const settings = FindingSettings.parse({
    order: ["pubmed", "crossref"],
    services: { crossref: { base: "https://mirror.example/crossref/" }, doi: { on: false }, datacite: { on: false } },
  });
  const mirror: Site = {
    host: "mirror.example",
    answer: (request) => crossrefSite.answer({ ...request, url: new URL(request.url.href.replace("/crossref", "")) }),
  };
  const { asked, candidates } = await find(
    doi,
    fetchFrom([...services, mirror].filter((site) => site !== crossrefSite)),
    { ...asking, settings },
  );
  expect(asked).toEqual(["pubmed", "crossref"]);
  expect(candidates.map(({ service }) => service)).toEqual(["pubmed", "crossref"]);
});

test("works that only resemble each other stay apart", async () => {
  const [line] = whatIsPasted("Bridges: Brug, L. (1999); see also Tides in a bathtub, Ferries before bridges");
  const { candidates } = await find(line!, fetchFrom(services), asking);
  const groups = groupCandidates(candidates).map((group) =>
    group.map(({ service, record }) => `${service} ${record.title}`),
  );
  expect(groups).toEqual([
    ["crossref Tides in a bathtub"],
    ["crossref Bridges: How they stand", "open-library Bridges"],
    ["crossref Ferries before bridges: A short history"],
  ]);
});

test("what a search by words brings and nobody can have meant is not shown", async () => {
  const [line] = whatIsPasted("Brug, L. Ropes, knots and Bridges of the north. Oslo 1931.");
  const { candidates, nothing } = await find(line!, fetchFrom(services), asking);
  expect(candidates.map(({ record }) => record.title)).not.toContain("Bridges and men");
  expect(nothing).toContain("crossref");
});

test("a line with an identifier in it is asked about by that", async () => {
  const [line] = whatIsPasted("Østergård, M. (2019). Scour. J. Tid. Eng. 14. doi:10.5555/tides.2019.7");
  const { asked, candidates } = await find(line!, fetchFrom(services), asking);
  expect(asked).toEqual(["crossref", "datacite", "doi", "pubmed"]);
  expect(groupCandidates(candidates)).toHaveLength(1);
});

test("a line with a mistyped identifier is found by its words", async () => {
  const [line] = whatIsPasted("Bathtub Collaboration (2022). Tides in a bathtub. doi:10.5555/mistyped.1");
  const { candidates, nothing } = await find(line!, fetchFrom(services), asking);
  expect(candidates.map(({ service, record }) => [service, record.DOI])).toEqual([["crossref", "10.5555/posted.1"]]);
  expect(nothing).toEqual(["datacite", "doi", "pubmed"]);
});
