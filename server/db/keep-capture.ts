import { CaptureId, type SourceId, type UserId } from "@/domain/ids";
import type { Tx } from "@/server/db";
import { keepBlob } from "@/server/db/captures";
import { newId } from "@/server/db/ids";

/** What is to be kept of an answer: its WARC file and what could be read of it; null where nothing could be. */
export type Keepable = {
  sourceId: SourceId;
  url: string;
  finalUrl: string;
  status: number;
  mediaType: string;
  title: string | null;
  /** The SHA-256 of the body, and its size in bytes. */
  sha256: string;
  size: number;
  warc: Uint8Array;
  text: string | null;
};

export type CaptureReason = "cited" | "changed" | "asked";

/**
 * Keeps a capture, unless the newest one of the source is of the very same bytes: that one then stands for this moment
 * too, for good if the source was cited now. Answers the capture, and whether it is a new one.
 */
export async function keepCapture(
  tx: Tx,
  { warc, text, ...kept }: Keepable,
  { reason, takenBy }: { reason: CaptureReason; takenBy: UserId | null },
): Promise<{ captureId: CaptureId; fresh: boolean }> {
  const newest = await tx.capture.findFirst({
    where: { sourceId: kept.sourceId },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    select: { id: true, sha256: true },
  });
  if (newest?.sha256 === kept.sha256) {
    if (reason === "cited") await tx.capture.update({ where: { id: newest.id }, data: { reason } });
    return { captureId: CaptureId.parse(newest.id), fresh: false };
  }
  const id = newId();
  await tx.capture.create({
    data: {
      id,
      ...kept,
      warcSha256: await keepBlob(tx, warc),
      textSha256: text === null ? null : await keepBlob(tx, new TextEncoder().encode(text)),
      reason,
      takenById: takenBy,
    },
  });
  return { captureId: CaptureId.parse(id), fresh: true };
}
