import "@/server/testing/own-database";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { systemActor } from "@/domain/access/policy";
import type { ArticleId } from "@/domain/ids";
import { rulesVersion } from "@/domain/rules";
import { judge } from "@/domain/rules/judge";
import { recount } from "@/server/commands/article/recount";
import { publish } from "@/server/commands/publishing/publish";
import { confirm } from "@/server/commands/waiver/confirm";
import { request } from "@/server/commands/waiver/request";
import { setRules } from "@/server/commands/settings/set-rules";
import { workspace } from "@/server/queries/workspace";
import { db } from "@/server/db";
import { beginDraft, draftOf, granted, refused, writeSection } from "@/server/testing/drafts";
import { foundLink, sourcesOf } from "@/server/testing/known-sources";
import { hire, type Somebody } from "@/server/testing/people";
import { publishing, writeApproved } from "@/server/testing/rounds";

let ada: Somebody;
let bo: Somebody;
let cleo: Somebody;
beforeAll(async () => {
  ada = await hire("Ada", "editor");
  bo = await hire("Bo", "reviewer");
  cleo = await hire("Cleo", "admin");
});
beforeEach(async () => {
  await db.setting.deleteMany({});
});

const decide = (severities: Record<string, "blocker" | "warning" | "off">, staleAfterDays = 30) =>
  granted(setRules.run(cleo, { severities, staleAfterDays }));

/** An approved article one of whose sources is dead. */
async function restingOnADeadSource(title: string): Promise<ArticleId> {
  const articleId = await writeApproved(ada, bo, title);
  const [first] = await sourcesOf(articleId);
  if (!first) throw new Error("the article rests on sources");
  await foundLink(first, "dead", 3, "The host does not exist.");
  await granted(recount.run(systemActor, { citing: first }));
  return articleId;
}

test("a dead source keeps an approved article from being published, until a second person lets it pass", async () => {
  const articleId = await restingOnADeadSource("Dead and waived");
  expect((await draftOf(articleId)).article.openBlockers).toBe(1);
  const refusal = await refused(publish.run(ada, await publishing(articleId)));
  expect(JSON.stringify(refusal)).toContain("source/dead");
  const [finding] = judge((await draftOf(articleId)).manuscript).filter(({ rule }) => rule === "source/dead");
  const asked = { articleId, fingerprint: finding?.fingerprint ?? "", reason: "The paper copy lies before us." };
  const expiresAt = new Date(Date.now() + 7 * 86_400_000).toISOString();
  const { waiverId } = await granted(request.run(ada, { ...asked, expiresAt }));
  await refused(publish.run(ada, await publishing(articleId)));
  await granted(confirm.run(bo, { articleId, waiverId }));
  const { editionId } = await granted(publish.run(ada, await publishing(articleId)));
  const edition = await db.edition.findUniqueOrThrow({ where: { id: editionId } });
  const kept = await db.gateReport.findUniqueOrThrow({ where: { id: edition.gateReportId } });
  expect(kept.policy).toEqual({ severities: {}, staleAfterDays: 30 });
  expect(kept.openBlockers).toBe(0);
});

test("a house for which a dead source is worth a look only publishes, and its report says by which policy", async () => {
  const articleId = await restingOnADeadSource("Dead and softened");
  const before = (await draftOf(articleId)).article;
  await decide({ "source/dead": "warning" }, 60);
  await granted(recount.run(systemActor, { everything: true }));
  const { article } = await draftOf(articleId);
  expect(article).toMatchObject({ openBlockers: 0, state: "approved", digest: before.digest, rulesVersion });
  expect(article.openWarnings).toBe(before.openWarnings + 1);
  const { editionId } = await granted(publish.run(ada, await publishing(articleId)));
  const edition = await db.edition.findUniqueOrThrow({ where: { id: editionId } });
  const kept = await db.gateReport.findUniqueOrThrow({ where: { id: edition.gateReportId } });
  expect(kept.policy).toEqual({ severities: { "source/dead": "warning" }, staleAfterDays: 60 });
});

test("what is unknown does not stop a house without a network, unless it decides so", async () => {
  const articleId = await writeApproved(ada, bo, "Nobody looked");
  await decide({ "check/unknown": "blocker" });
  const refusal = await refused(publish.run(ada, await publishing(articleId)));
  expect(JSON.stringify(refusal)).toContain("never looked at");
  await decide({});
  await granted(publish.run(ada, await publishing(articleId)));
});

test("no policy lets a hole be published, neither past the desk nor past the database", async () => {
  expect(
    await refused(setRules.run(cleo, { severities: { "citation/missing": "off" }, staleAfterDays: 30 })),
  ).toMatchObject({ kind: "invalid", message: expect.stringContaining("citation/missing") });
  await db.setting.create({
    data: { name: "rules", value: { severities: { "citation/missing": "off" }, staleAfterDays: 30 } },
  });
  const articleId = await beginDraft(ada, "A hole");
  await writeSection(ada, articleId, "Claim", "Ferries are slow", null);
  expect((await draftOf(articleId)).article.openBlockers).toBeGreaterThan(0);
});

test("only an admin decides, and only about rules that there are; deciding the same twice changes nothing", async () => {
  expect((await refused(setRules.run(ada, { severities: {}, staleAfterDays: 30 }))).kind).toBe("forbidden");
  const unknown = { severities: { "source/rude": "off" as const }, staleAfterDays: 30 };
  expect(await refused(setRules.run(cleo, unknown))).toMatchObject({ message: "There is no rule source/rude." });
  expect(await decide({ "check/stale": "off" })).toEqual({ changed: true });
  expect(await decide({ "check/stale": "off", "source/dead": "blocker" })).toEqual({ changed: false });
  expect(setRules.input.safeParse({ severities: {}, staleAfterDays: 0 }).success).toBe(false);
  expect(setRules.input.safeParse({ severities: { "check/stale": "maybe" }, staleAfterDays: 3 }).success).toBe(false);
});

test("the workspace hands out what the draft is judged by, so that the browser judges alike", async () => {
  const articleId = await restingOnADeadSource("Handed out");
  await decide({ "source/dead": "off" });
  const view = await workspace(ada, articleId);
  expect(view?.policy).toEqual({ severities: { "source/dead": "off" }, staleAfterDays: 30 });
  expect(view?.facts.sources.map(([, { link }]) => link?.state)).toContain("dead");
  expect(view?.findings.some(({ rule }) => rule === "source/dead")).toBe(false);
  expect(structuredClone(view?.facts)).toEqual(JSON.parse(JSON.stringify(view?.facts)));
});
