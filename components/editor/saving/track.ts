import { Mapping, ReplaceStep, type Step } from "prosemirror-transform";
import { schema } from "@/domain/document/schema";

/**
 * A way for positions through steps done and undone. Positions inside a section that a pair of steps takes out and puts
 * back elsewhere travel with it, and those inside what is undone and done again are found again.
 */
export class Track {
  readonly #mapping = new Mapping();

  /** Undoes steps, last first; answers where each one's undoing stands, for `again`. With `moves`, positions travel with sections. */
  back(steps: readonly Step[], { moves = false } = {}): number[] {
    const first = this.#mapping.maps.length;
    const pairs = new Set(moves ? movesIn(steps) : []);
    const places = steps.map((_, index) => first + steps.length - 1 - index);
    for (const [turn, step] of steps.toReversed().entries()) {
      const putsBack = pairs.has(steps.length - 1 - turn);
      this.#mapping.appendMap(step.getMap().invert(), putsBack ? first + turn - 1 : undefined);
    }
    return places;
  }

  /** Does steps. With `moves`, positions travel with sections. */
  forth(steps: readonly Step[], { moves = false } = {}): void {
    const first = this.#mapping.maps.length;
    const pairs = new Set(moves ? movesIn(steps) : []);
    for (const [index, step] of steps.entries())
      this.#mapping.appendMap(step.getMap(), pairs.has(index - 1) ? first + index - 1 : undefined);
  }

  /** Does a step again that was undone at `undone`. */
  again(step: Step, undone: number | undefined): void {
    this.#mapping.appendMap(step.getMap(), undone);
  }

  /** The rest of the way, from the `index`th map on. */
  from(index: number): Mapping {
    return this.#mapping.slice(index);
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
