import type { SourceInFull } from "@/components/source/library-view";
import type { Actor } from "@/domain/access/policy";
import type { SourceId } from "@/domain/ids";
import { sourcePage } from "@/server/queries/source-page";

/** A source with what rests on it, for the dialogs that change it; null for one that is not there or stands no more. */
export async function sourceInFull(actor: Actor, id: SourceId): Promise<SourceInFull | null> {
  const page = await sourcePage(actor, id);
  if (!page || page.source.mergedInto) return null;
  const { version, record, keys } = page.source;
  return { id, version, record, keys, uses: page.usedIn };
}
