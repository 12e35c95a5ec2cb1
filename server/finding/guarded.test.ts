import { afterAll, beforeAll, expect, test } from "vitest";
import { whatIsPasted } from "@/domain/source/pasted";
import { FindingSettings } from "@/domain/source/finding-settings";
import { type Internet, startInternet } from "@/server/testing/internet/internet";
import { services } from "@/server/testing/internet/sites";
import { dataciteSite } from "@/server/testing/internet/sites/datacite";
import { pubmedSite } from "@/server/testing/internet/sites/pubmed";
import { unwell } from "@/server/testing/internet/sites/unwell";
import { find } from "./find";
import { forgetPauses } from "./pauses";

let internet: Internet;
beforeAll(async () => {
  forgetPauses();
  const ill = services.map((site) =>
    site === dataciteSite ? unwell(site, "down") : site === pubmedSite ? unwell(site, "limited") : site,
  );
  internet = await startInternet(ill);
});
afterAll(() => internet.close());

test("through the real guard, over a real connection, the same is found and the same is told of who failed", async () => {
  const settings = FindingSettings.parse({ timeoutMs: 10_000 });
  const asking = { settings, now: new Date("2027-05-03T10:00:00.000Z") };
  const { candidates, failed } = await find(whatIsPasted("10.5555/tides.2019.7")[0]!, internet.fetch, asking);
  expect(candidates.map(({ service, record }) => [service, record.type])).toEqual([
    ["crossref", "article-journal"],
    ["doi", "article-journal"],
  ]);
  expect(failed).toMatchObject([
    { service: "datacite", why: "It has trouble of its own (500)." },
    { service: "pubmed", why: "It has too many requests: try again in 2 minutes.", retryAfter: 120 },
  ]);
  expect(internet.requests.find(({ url }) => url.startsWith("https://doi.org/"))?.headers["accept"]).toContain(
    "application/vnd.citationstyles.csl+json",
  );
});

test("an address on the inside is not asked, whatever the settings say", async () => {
  const settings = FindingSettings.parse({ services: { crossref: { base: "http://169.254.169.254/latest" } } });
  const asking = { settings, now: new Date() };
  const { failed } = await find(whatIsPasted("10.5555/tides.2019.7")[0]!, internet.fetch, asking, ["crossref"]);
  expect(failed).toMatchObject([{ service: "crossref" }]);
  expect(internet.requests.filter(({ url }) => url.includes("169.254"))).toEqual([]);
});
