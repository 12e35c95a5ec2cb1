import type { Node } from "prosemirror-model";
import { type Part, partsOf } from "@/domain/document/parts";
import type { Finding } from "@/domain/rules/finding";
import type { Reference } from "@/domain/rules/manuscript";
import { type Cover, coverageOf } from "./coverage";
import { nothingVerified, verifiedIn, type VerifiedWords } from "./verified";

/** One row of the outline; `number` is null for the front, `blockers` counts the findings that stop this part. */
export type OutlinePart = {
  id: string;
  number: number | null;
  heading: string;
  blockers: number;
  covers: Cover[];
};

/** The outline of a document: the front, then the sections, with what stands behind their sentences. A row that has not changed is the same object as before, so that only changed rows are drawn again. */
export function outlineOf(
  document: Node,
  references: readonly Reference[],
  findings: readonly Finding[],
  verified: VerifiedWords = nothingVerified,
): OutlinePart[] {
  return partsOf(document).map((part) => {
    const here = findings.filter(({ place }) => "section" in place && place.section === part.id);
    const blockers = here.filter(({ severity }) => severity === "blocker").length;
    const figures = here.flatMap(({ place, severity }) =>
      place.kind === "text" && severity === "warning" ? [place.at] : [],
    );
    const known = drawn.get(part.node);
    const same = known?.references === references && known.verified === verified && known.figures === figures.join();
    const covers = same ? known.row.covers : coversOf(part, references, figures, verified);
    const number = part.kind === "front" ? null : part.position;
    if (same && known.row.number === number && known.row.blockers === blockers) return known.row;
    const heading = part.kind === "front" ? "Front" : (part.heading ?? "Opening");
    const row = { id: part.id, number, heading, blockers, covers };
    drawn.set(part.node, { references, verified, figures: figures.join(), row });
    return row;
  });
}

/** Nodes never change, so what was made of one stands as long as its findings and the sources do. */
const drawn = new WeakMap<
  Node,
  { references: readonly Reference[]; verified: VerifiedWords; figures: string; row: OutlinePart }
>();

function coversOf(
  part: Part,
  references: readonly Reference[],
  figures: readonly number[],
  verified: VerifiedWords,
): Cover[] {
  const start = part.from + 1;
  return part.kind === "front"
    ? []
    : coverageOf(
        part,
        references,
        figures.map((at) => start + at),
        verifiedIn(part.node, references, verified),
      );
}

/** What a strip shows, in words for those who do not see it. */
export function coverWords(covers: readonly Cover[]): string {
  const count = (cover: Cover) => covers.filter((one) => one === cover).length;
  const parts = [
    [count("verified"), "verified"],
    [count("cited"), "cited"],
    [count("hole"), "with a hole"],
    [count("figure"), "with a figure alone"],
  ] as const;
  const said = parts.filter(([number]) => number > 0).map(([number, words]) => `${number} ${words}`);
  return `${covers.length} sentences${said.length > 0 ? `: ${said.join(", ")}` : ""}`;
}
