import { type Actor, may } from "@/domain/access/policy";
import type { CaptureId, SourceId } from "@/domain/ids";
import { db, type Tx } from "@/server/db";
import { readBlob } from "@/server/db/captures";

/** A copy with its text; null where nothing in it could be read. */
export type CopyText = { id: string; at: string; title: string | null; text: string | null };

/** Two copies of a source to compare, or one to read. */
export type Copies = { sourceId: SourceId; title: string; copy: CopyText; older: CopyText | null };

/** A copy of a source and another one beside it; null when there is none such or the actor may not see it. */
export async function copiesOf(
  actor: Actor,
  sourceId: SourceId,
  asked: { copy: CaptureId; older: CaptureId | null },
): Promise<Copies | null> {
  if (!may("source.read", actor)) return null;
  return db.$transaction(async (tx) => {
    const source = await tx.source.findUnique({ where: { id: sourceId }, select: { title: true } });
    const copy = await copyText(tx, sourceId, asked.copy);
    if (!source || !copy) return null;
    return {
      sourceId,
      title: source.title,
      copy,
      older: asked.older && asked.older !== asked.copy ? await copyText(tx, sourceId, asked.older) : null,
    };
  });
}

/** The WARC file of a copy (ISO 28500); null when there is none such or the actor may not see it. */
export async function copyFile(actor: Actor, captureId: CaptureId): Promise<{ bytes: Uint8Array; at: string } | null> {
  if (!may("source.read", actor)) return null;
  return db.$transaction(async (tx) => {
    const capture = await tx.capture.findUnique({ where: { id: captureId }, select: { warcSha256: true, at: true } });
    const bytes = capture && (await readBlob(tx, capture.warcSha256));
    return bytes && { bytes, at: capture.at.toISOString() };
  });
}

async function copyText(tx: Tx, sourceId: SourceId, id: CaptureId): Promise<CopyText | null> {
  const row = await tx.capture.findFirst({ where: { id, sourceId } });
  if (!row) return null;
  const bytes = row.textSha256 ? await readBlob(tx, row.textSha256) : null;
  return { id, at: row.at.toISOString(), title: row.title, text: bytes && new TextDecoder().decode(bytes) };
}
