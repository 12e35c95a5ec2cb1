import { canonicalJson } from "@/domain/document/canonical";
import { SourceId } from "@/domain/ids";
import type { Receipt } from "@/domain/publishing/receipt/receipt";
import { identityKeys } from "@/domain/source/identity";
import type { Tx } from "@/server/db";
import { sha256 } from "@/server/db/digest";
import { sourceFactsOf } from "@/server/db/facts";
import type { FrozenReference } from "./gather";

/** The sources of an edition as it froze them, with the kept copy, the last check and the standing that are known now. */
export async function sourcesOf(tx: Tx, references: readonly FrozenReference[]): Promise<Receipt["sources"]> {
  const facts = await sourceFactsOf(
    tx,
    references.flatMap(({ sourceId, record }) =>
      sourceId && record ? [{ id: SourceId.parse(sourceId), record }] : [],
    ),
  );
  return references.map(({ id, sourceId, record }) => {
    const known = sourceId ? facts.get(SourceId.parse(sourceId)) : undefined;
    return {
      reference: id,
      source: sourceId ?? null,
      title: record?.title ?? "",
      record: record ? sha256(canonicalJson(record)) : null,
      keys: record ? identityKeys(record).map(({ scheme, value }) => `${scheme}:${value}`) : [],
      copy: known?.capture ? { sha256: known.capture.sha256, at: known.capture.at } : null,
      check: known?.link ? { state: known.link.state, at: known.link.checkedAt } : null,
      standing: known?.standing ? { state: known.standing.state, at: known.standing.checkedAt } : null,
    };
  });
}
