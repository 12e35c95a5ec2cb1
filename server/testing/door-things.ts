import type { Actor } from "@/domain/access/policy";
import { ReferenceId, type RevisionId, type SourceId, TaskId, ThreadId, WaiverId } from "@/domain/ids";
import { rules } from "@/domain/rules";
import { judge } from "@/domain/rules/judge";
import { SourceRecord } from "@/domain/source/record";
import { checkpoint } from "@/server/commands/article/checkpoint";
import { dismiss } from "@/server/commands/duplicate/dismiss";
import { createSource } from "@/server/commands/reference/create-source";
import { create } from "@/server/commands/source/create";
import { merge as mergeSources } from "@/server/commands/source/merge";
import { db } from "@/server/db";
import { notePair } from "@/server/db/duplicates";
import { newId } from "@/server/db/ids";
import { supportsOf } from "@/server/db/verifications";
import { draftOf, granted, writeSection } from "./drafts";
import type { World } from "./door-world";

/** A book that no other record is the same as. */
export const record = () => SourceRecord.parse({ type: "book", title: `A book called ${newId()}` });

/** A new source of the library. */
export async function source({ working }: World): Promise<{ sourceId: SourceId }> {
  const { sourceId } = await granted(create.run(working.writer, { record: record() }));
  return { sourceId };
}

/** A merge of two new sources. */
export async function merge(world: World): Promise<{ mergeId: string }> {
  const [{ sourceId: keep }, { sourceId: drop }] = [await source(world), await source(world)];
  const { mergeId } = await granted(mergeSources.run(world.working.writer, { keep, drop, version: 0 }));
  return { mergeId };
}

/** Two new sources that are listed as likely the same work. */
export async function pair(world: World): Promise<{ sourceId: SourceId; otherId: SourceId }> {
  const [sourceId, otherId] = [(await source(world)).sourceId, (await source(world)).sourceId];
  await db.$transaction((tx) => notePair(tx, sourceId, otherId, { score: 0.8, reason: "same title" }));
  return { sourceId, otherId };
}

/** Such a pair that was said to be two works. */
export async function dismissedPair(world: World): Promise<{ sourceId: SourceId; otherId: SourceId }> {
  const two = await pair(world);
  await granted(dismiss.run(world.working.writer, two));
  return two;
}

/** A new page of the library, with an address that could be looked at. */
export async function page({ working }: World): Promise<{ sourceId: SourceId }> {
  const address = `https://page.example/${newId()}`;
  const { sourceId } = await granted(create.run(working.writer, { record: { ...record(), URL: address } }));
  return { sourceId };
}

/** Something that nobody has done yet. */
export async function task(): Promise<{ taskId: TaskId }> {
  const id = TaskId.parse(newId());
  await db.task.create({ data: { id, kind: `a kind ${id}`, words: "Read it again." } });
  return { taskId: id };
}

/** A bibliography of one entry that this person brought, or the writer where it is nobody. */
export async function bibliography({ working }: World, actor: Actor): Promise<{ bibliographyId: string }> {
  const id = newId();
  await db.bibliography.create({
    data: { id, name: "links.bib", format: "bibtex", byId: actor.id ?? working.writer.id },
  });
  await db.bibliographyEntry.create({
    data: { bibliographyId: id, position: 0, key: "a", line: 1, raw: "@book{a}", record: record() },
  });
  return { bibliographyId: id };
}

/** A new line on the list of the article in work, still raw. */
export async function reference({ working }: World): Promise<{ referenceId: ReferenceId }> {
  const id = ReferenceId.parse(newId());
  const original = `A line ${id}`;
  await db.reference.create({ data: { id, articleId: working.id, position: 0, original, labels: ["9", "12"] } });
  return { referenceId: id };
}

/** All lines of the article in work, in another order. */
export async function order(world: World): Promise<string[]> {
  await reference(world);
  return (await draftOf(world.working.id)).manuscript.references.map(({ id }) => id).reverse();
}

/** A new snapshot of the article in work. */
export async function revision({ working }: World): Promise<{ revisionId: RevisionId }> {
  const { revisionId } = await granted(checkpoint.run(working.writer, { articleId: working.id, note: "" }));
  return { revisionId };
}

/** A passage of the article in work. */
export async function passage({ working }: World): Promise<{ sectionId: string; anchor: object }> {
  const { sections } = await draftOf(working.id);
  return { sectionId: sections[1]?.id ?? "", anchor: { exact: "The bridge", prefix: "", suffix: " of" } };
}

/** A conversation in the article in work. */
export async function thread(world: World): Promise<{ threadId: ThreadId }> {
  const { id: articleId, writer } = world.working;
  const { sectionId } = await passage(world);
  const anchor = { exact: "The bridge", prefix: "", suffix: " of" };
  const id = ThreadId.parse(newId());
  await db.thread.create({ data: { id, articleId, sectionId, anchor, openedById: writer.id } });
  return { threadId: id };
}

/** A finding of the article in work that may be waived. */
export async function fingerprint({ working }: World): Promise<string> {
  const { manuscript } = await draftOf(working.id);
  const waivable = new Set(rules.filter((rule) => rule.waivable).map((rule) => rule.id));
  const finding = judge(manuscript).find((one) => waivable.has(one.rule));
  if (!finding) throw new Error("nothing in the article can be waived");
  return finding.fingerprint;
}

/** A new citation in the article in work, as a reviewer sees it. */
export async function support({ working }: World): Promise<{ citation: string; position: number; digest: string }> {
  const { id: articleId, writer } = working;
  const made = await granted(createSource.run(writer, { articleId, referenceId: null, record: record() }));
  await writeSection(writer, articleId, "A section", "Ferries are slow", made.referenceId);
  const { manuscript } = await draftOf(articleId);
  const found = (await db.$transaction((tx) => supportsOf(tx, articleId, manuscript))).at(-1);
  if (!found) throw new Error("a section that was just written cites nothing");
  return { citation: found.citation, position: found.position, digest: found.digest };
}

/** A waiver that the writer of the article in work has asked for. */
export async function waiver({ working }: World): Promise<{ waiverId: WaiverId }> {
  const id = WaiverId.parse(newId());
  const [fingerprint, expiresAt] = ["0".repeat(16), new Date(Date.now() + 86_400_000)];
  await db.waiver.create({
    data: {
      id,
      articleId: working.id,
      rule: "text/figure-uncited",
      fingerprint,
      reason: "It is well known.",
      requestedById: working.writer.id,
      expiresAt,
    },
  });
  return { waiverId: id };
}

/** A small style of CSL under an id of its own. */
export const style = (id: string): string => `<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
  <info><title>Titles alone</title><id>urn:style:${id}</id></info>
  <citation><layout prefix="(" suffix=")" delimiter="; "><text variable="title"/></layout></citation>
  <bibliography><layout><text variable="title"/></layout></bibliography>
</style>`;

/** A style that somebody added, and nobody uses. */
export async function addedStyle({ people }: World): Promise<{ style: string }> {
  const id = `urn:style:${newId()}`;
  const xml = style(id);
  const data = { id, title: "Titles alone", xml, sha256: "", kind: "author-date", uploadedById: people.admin.id };
  await db.cslStyle.create({ data });
  return { style: id };
}

/** A report of a reader, as a task. */
export async function reported({ reviewed }: World): Promise<{ taskId: TaskId }> {
  const id = TaskId.parse(newId());
  await db.task.updateMany({ where: { kind: "reader-report", doneAt: null }, data: { doneAt: new Date() } });
  await db.task.create({ data: { id, kind: "reader-report", articleId: reviewed.id, words: "It does not say so." } });
  return { taskId: id };
}
