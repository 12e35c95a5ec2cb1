import type { ArticleId, SourceId } from "@/domain/ids";
import { db } from "@/server/db";
import { keepBlob } from "@/server/db/captures";
import { newId } from "@/server/db/ids";
import { draftOf } from "./drafts";

/** The sources on an article's list, in its order. */
export async function sourcesOf(articleId: ArticleId): Promise<SourceId[]> {
  const { manuscript } = await draftOf(articleId);
  return manuscript.references.flatMap(({ source }) => (source ? [source.id] : []));
}

/** Writes what checks would have found of a source's address, as it is in its record. */
export async function foundLink(sourceId: SourceId, state: string, days = 1, reason = ""): Promise<void> {
  const { record } = await db.source.findUniqueOrThrow({ where: { id: sourceId } });
  const url = String(Object(record)["URL"]);
  const at = new Date(Date.now() - days * 86_400_000);
  const found = { url, host: new URL(url).hostname, state, checkedAt: at, since: at, reason };
  await db.sourceLink.upsert({ where: { sourceId }, create: { sourceId, ...found }, update: found });
}

/** Keeps a copy of a source with this text, newer than any before; null for one that cannot be read. */
export async function keepCopy(sourceId: SourceId, text: string | null): Promise<string> {
  const id = newId();
  const bytes = new TextEncoder().encode(text ?? "unreadable");
  await db.$transaction(async (tx) => {
    const sha256 = await keepBlob(tx, bytes);
    await tx.capture.create({
      data: {
        id,
        sourceId,
        url: "https://reports.example.org/",
        finalUrl: "https://reports.example.org/",
        status: 200,
        mediaType: "text/html",
        sha256,
        size: bytes.byteLength,
        warcSha256: sha256,
        textSha256: text === null ? null : sha256,
        reason: "asked",
      },
    });
  });
  return id;
}
