import { Mapping, ReplaceStep, type Step } from "prosemirror-transform";
import { schema } from "@/domain/document/schema";

/**
 * The way of positions from unsaved steps to where they are made again: the unsaved ones undone (last first), the others'
 * done, the unsaved ones done again. With `moves`, positions inside a section that a pair of steps takes out and puts back
 * elsewhere travel with it.
 */
export class Track {
  readonly #mapping = new Mapping();
  readonly #own: number;
  readonly #pairs = new Set<number>();

  constructor(own: readonly Step[], remote: readonly Step[], { moves = false } = {}) {
    this.#own = own.length;
    const ownMoves = new Set(moves ? movesIn(own) : []);
    const theirMoves = new Set(moves ? movesIn(remote) : []);
    for (const [turn, step] of own.toReversed().entries())
      this.#mapping.appendMap(step.getMap().invert(), ownMoves.has(own.length - 1 - turn) ? turn - 1 : undefined);
    for (const [index, step] of remote.entries())
      this.#mapping.appendMap(step.getMap(), theirMoves.has(index - 1) ? own.length + index - 1 : undefined);
    for (const index of ownMoves) this.#pairs.add(index).add(index + 1);
  }

  /** The `index`th unsaved step where it stands now, or null where that is gone. */
  take(step: Step, index: number): Step | null {
    return step.map(this.from(index));
  }

  /** The way that the `index`th unsaved step goes. */
  from(index: number): Mapping {
    return this.#mapping.slice(this.#own - index);
  }

  /** Does the `index`th unsaved step again. */
  again(step: Step, index: number): void {
    this.#mapping.appendMap(step.getMap(), this.#pairs.has(index) ? undefined : this.#own - 1 - index);
  }

  /** Does a move again: takes a section out and puts it back elsewhere. */
  move(out: Step, back: Step): void {
    this.#mapping.appendMap(out.getMap());
    this.#mapping.appendMap(back.getMap(), this.#mapping.maps.length - 1);
  }
}

/** The indices of steps that take a section out which the very next step puts back elsewhere. */
export function movesIn(steps: readonly Step[]): number[] {
  return steps.flatMap((step, index) => {
    const next = steps[index + 1];
    if (!(step instanceof ReplaceStep) || !(next instanceof ReplaceStep)) return [];
    const size = step.to - step.from;
    const takesOut = size > 0 && step.slice.size === 0;
    const putsBack = next.from === next.to && next.slice.size === size && next.slice.openStart === 0;
    return takesOut && putsBack && next.slice.content.firstChild?.type === schema.nodes.section ? [index] : [];
  });
}
