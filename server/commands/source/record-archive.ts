import { z } from "zod";
import { may } from "@/domain/access/policy";
import { SourceId } from "@/domain/ids";
import { fail, ok } from "@/domain/result";
import { archiveAddressOf } from "@/domain/source/archive";
import { command } from "@/server/commands/command";
import { inTransaction } from "@/server/db";
import { record } from "@/server/db/events";

/** Records where a public archive keeps a source, so that readers are pointed there when it dies; null takes it back. */
export const recordArchive = command({
  name: "source.record-archive",
  input: z.strictObject({ sourceId: SourceId, url: z.string().trim().max(2048).nullable() }),
  run: (actor, { sourceId, url }) =>
    inTransaction(async (tx) => {
      if (!may("source.edit", actor)) return fail({ kind: "forbidden" });
      const archive = url === null ? null : archiveAddressOf(url);
      if (archive && !archive.ok) return fail({ kind: "invalid", message: archive.error });
      await tx.$queryRaw`select source_id from source_link where source_id = ${sourceId}::uuid for update`;
      const link = await tx.sourceLink.findUnique({ where: { sourceId } });
      if (!link) return fail({ kind: "not-found", message: "There is no such source, or it has no address." });
      const archiveUrl = archive?.value.url ?? null;
      if (link.archiveUrl === archiveUrl) return ok({ archiveUrl });
      const archiveAt = archive?.value.at ?? null;
      await tx.sourceLink.update({ where: { sourceId }, data: { archiveUrl, archiveAt } });
      await record(tx, actor, {
        type: "source.archived",
        article: null,
        data: { source: sourceId, archive: archiveUrl, before: link.archiveUrl },
      });
      return ok({ archiveUrl });
    }),
});
