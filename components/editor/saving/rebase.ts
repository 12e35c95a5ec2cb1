import type { Node } from "prosemirror-model";
import type { Step } from "prosemirror-transform";
import { attempt } from "./attempt";
import { Track } from "./track";

/** An unsaved step after others came first: where it stands now, or null where it found no place. */
export type Rebased = { steps: (Step | null)[]; document: Node };

/**
 * Takes `own` steps over the `remote` ones that were made on the same version, as prosemirror-collab does, and applies
 * them to `document`, which has the remote ones already. It needs no older document, so it serves for kept steps too.
 */
export function rebase(own: readonly Step[], remote: readonly Step[], document: Node): Rebased {
  const track = new Track();
  const undone = track.back(own);
  track.forth(remote);
  const result: Rebased = { steps: [], document };
  for (const [index, step] of own.entries()) {
    const mapped = step.map(track.from(own.length - index));
    const applied = mapped && attempt(mapped, result.document);
    result.steps.push(applied ? mapped : null);
    if (!mapped || !applied) continue;
    track.again(mapped, undone[index]);
    result.document = applied;
  }
  return result;
}
