import type { Actor } from "@/domain/access/policy";
import { frontOf } from "@/domain/document/parts";
import { type ArticleId, EditionId, type UserId } from "@/domain/ids";
import { citedIn } from "@/domain/publishing/digest";
import { decidePublish, type EditionKind, type PublishRefusal, type PublishRequest } from "@/domain/publishing/publish";
import { verifiedByReference } from "@/domain/publishing/verified";
import { fail, ok, type Result } from "@/domain/result";
import { transitions } from "@/domain/review/machine";
import { rulesVersion } from "@/domain/rules";
import { type Frozen, frozenCitations } from "@/server/baking/citations";
import type { CitingRefusal } from "@/server/baking/formatting";
import { rebakeArticle, rebakeLists } from "@/server/baking/from-database";
import type { Tx } from "@/server/db";
import type { Draft } from "@/server/db/draft";
import { record } from "@/server/db/events";
import { judgeDraft, type Judged } from "@/server/db/gate";

import { newId } from "@/server/db/ids";
import { closeReview } from "@/server/db/reviews";
import { keepRevision } from "@/server/db/revisions";
import { json, noJson } from "@/server/db/rows";
import { freezeTopics } from "@/server/db/topics";
import { supportsOf } from "@/server/db/verifications";
import { giveReceipt } from "./give-receipt";
import type { Unformatted } from "./with-citations";

export type PublishedEdition = {
  editionId: EditionId;
  number: number;
  kind: EditionKind;
  slug: string;
  version: number;
};

/**
 * Publishes a locked draft: gate, report, edition with its sections and its formatted citations, baked pages, event, all
 * in this transaction; refused as `unformatted`, with nothing written, while the citations are not formatted yet.
 * Publishing by hand and at an hour are the same thing; `publisher` is the person who asked for it.
 */
export async function writeEdition(
  tx: Tx,
  actor: Actor,
  draft: Draft,
  { articleId, request, publisher }: { articleId: ArticleId; request: PublishRequest; publisher: UserId },
): Promise<Result<PublishedEdition, PublishRefusal | Unformatted | CitingRefusal>> {
  const judged = await judgeDraft(tx, articleId, draft, new Date());
  const decision = decidePublish(actor, request, judged.facts);
  if (!decision.ok) return fail(decision.error);

  const frozen = await frozenCitations(tx, draft);
  if (!frozen.ok) return fail(frozen.error);
  if ("wanted" in frozen.value) return fail({ kind: "unformatted", wanted: frozen.value.wanted });
  const edition = await insertEdition(tx, articleId, draft, judged, {
    kind: decision.value.kind,
    note: request.note,
    publisher,
    frozen: frozen.value,
  });
  const { version } = await tx.article.update({
    where: { id: articleId },
    data: {
      state: transitions.publish.to,
      liveEditionId: edition.id,
      scheduledFor: null,
      scheduledById: null,
      scheduledAs: noJson,
      refusal: noJson,
      version: { increment: 1 },
    },
  });
  await closeReview(tx, articleId, "published");
  await keepRevision(tx, draft, { kind: "published", note: `Edition ${edition.number}`, author: publisher, version });
  await giveReceipt(tx, edition);
  await rebakeArticle(tx, articleId, "added");
  await rebakeLists(tx);
  await record(tx, actor, {
    type: edition.kind === "correction" ? "article.corrected" : "article.published",
    article: articleId,
    data: {
      edition: edition.id,
      number: edition.number,
      kind: edition.kind,
      note: edition.note,
      digest: edition.digest,
    },
  });
  return ok({
    editionId: EditionId.parse(edition.id),
    number: edition.number,
    kind: edition.kind,
    slug: edition.slug,
    version,
  });
}

async function insertEdition(
  tx: Tx,
  articleId: ArticleId,
  { article, sections, manuscript }: Draft,
  { facts, findings, waivers, approvals }: Judged,
  { kind, note, publisher, frozen }: { kind: EditionKind; note: string | null; publisher: UserId; frozen: Frozen },
) {
  const report = await tx.gateReport.create({
    data: {
      id: newId(),
      articleId,
      digest: article.digest,
      openBlockers: facts.blockers.length,
      rulesVersion,
      findings: json(findings),
      waivers: json(waivers),
      policy: json(manuscript.policy),
    },
  });
  const number = (await tx.edition.count({ where: { articleId } })) + 1;
  const sources = new Map(manuscript.references.map((reference) => [reference.id, reference.source]));
  const cited = citedIn(manuscript.document).map((id) => ({
    id,
    sourceId: sources.get(id)?.id ?? null,
    record: sources.get(id)?.record ?? null,
  }));
  const edition = await tx.edition.create({
    data: {
      id: newId(),
      articleId,
      number,
      kind,
      slug: article.slug,
      ...frontOf(manuscript.document),
      note,
      digest: article.digest,
      openBlockers: report.openBlockers,
      gateReportId: report.id,
      references: json(cited),
      verified: json(verifiedByReference(await supportsOf(tx, articleId, manuscript))),
      ...frozen,
      formatted: json(frozen.formatted),
      publishedById: publisher,
    },
  });
  await freezeTopics(tx, articleId, edition.id);
  await tx.editionSection.createMany({
    data: sections.map(({ id, position, kind: part, body, digest }) => {
      const approval = approvals.get(id);
      if (!approval) throw new Error("the decision let an unapproved section pass");
      return {
        editionId: edition.id,
        sectionId: id,
        articleId,
        position,
        kind: part,
        body: json(body),
        digest,
        approvalId: approval.id,
        approvedBy: approval.reviewer,
      };
    }),
  });
  return edition;
}
