import { createHash } from "node:crypto";
import { CaptureId, type SourceId } from "@/domain/ids";
import type { Tx } from "@/server/db";

/** The text of a source as it was kept: `sha256` is of the bytes that its address answered, `textSha256` of the text. */
export type ReadCapture = { captureId: CaptureId; text: string; at: Date; sha256: string; textSha256: string };

/** The newest capture of a source that can be read, with its text; null when there is none. */
export async function readCapture(tx: Tx, sourceId: SourceId): Promise<ReadCapture | null> {
  const row = await tx.capture.findFirst({
    where: { sourceId, textSha256: { not: null } },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    select: { id: true, at: true, sha256: true, textSha256: true },
  });
  if (!row?.textSha256) return null;
  const bytes = await readBlob(tx, row.textSha256);
  if (!bytes) return null;
  return {
    captureId: CaptureId.parse(row.id),
    text: new TextDecoder().decode(bytes),
    at: row.at,
    sha256: row.sha256,
    textSha256: row.textSha256,
  };
}

/** Keeps bytes under their SHA-256 (64 hexadecimal digits), once however often they come; those kept anew are not pruned soon. */
export async function keepBlob(tx: Tx, bytes: Uint8Array): Promise<string> {
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  await tx.$executeRaw`insert into blob (sha256, bytes) values (${sha256}, ${Buffer.from(bytes)})
    on conflict (sha256) do update set at = now()`;
  return sha256;
}

/** The bytes of this SHA-256, or null. */
export async function readBlob(tx: Tx, sha256: string): Promise<Uint8Array | null> {
  const row = await tx.blob.findUnique({ where: { sha256 }, select: { bytes: true } });
  return row?.bytes ?? null;
}
