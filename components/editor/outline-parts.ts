import type { Node } from "prosemirror-model";
import { partsOf } from "@/domain/document/parts";
import type { Finding } from "@/domain/rules/finding";
import type { Reference } from "@/domain/rules/manuscript";
import { type Cover, coverageOf } from "./coverage";

/** One row of the outline; `number` is null for the front, `blockers` counts the findings that stop this part. */
export type OutlinePart = {
  id: string;
  number: number | null;
  heading: string;
  blockers: number;
  covers: Cover[];
};

/** The outline of a document: the front, then the sections, with what stands behind their sentences. */
export function outlineOf(
  document: Node,
  references: readonly Reference[],
  findings: readonly Finding[],
): OutlinePart[] {
  const figuresIn = (section: string, start: number) =>
    findings.flatMap(({ place, severity }) =>
      place.kind === "text" && severity === "warning" && place.section === section ? [start + place.at] : [],
    );
  return partsOf(document).map((part) => ({
    id: part.id,
    number: part.kind === "front" ? null : part.position,
    heading: part.kind === "front" ? "Front" : (part.heading ?? "Opening"),
    blockers: findings.filter(({ place, severity }) => severity === "blocker" && inside(place, part.id)).length,
    covers: part.kind === "front" ? [] : coverageOf(part, references, figuresIn(part.id, part.from + 1)),
  }));
}

/** What a strip shows, in words for those who do not see it. */
export function coverWords(covers: readonly Cover[]): string {
  const count = (cover: Cover) => covers.filter((one) => one === cover).length;
  const parts = [
    [count("cited"), "cited"],
    [count("hole"), "with a hole"],
    [count("figure"), "with a figure alone"],
  ] as const;
  const said = parts.filter(([number]) => number > 0).map(([number, words]) => `${number} ${words}`);
  return `${covers.length} sentences${said.length > 0 ? `: ${said.join(", ")}` : ""}`;
}

const inside = (place: Finding["place"], id: string): boolean => "section" in place && place.section === id;
