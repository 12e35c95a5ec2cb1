import { relative } from "node:path";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** The files that take longest, the longest first. A fresh clone remembers no run from which Vitest could tell. */
export const longest: readonly string[] = [
  "server/importing/endurance.test.ts",
  "server/citing/format.test.ts",
  "cli/check.test.ts",
  "server/citing/hostile.test.ts",
  "server/http/vectors.test.ts",
  "server/commands/publishing/races.db.test.ts",
  "server/commands/newsroom.model.db.test.ts",
  "app/api/commands/bad-input.db.test.ts",
  "server/commands/publishing/schedule.db.test.ts",
  "server/commands/publishing/found.db.test.ts",
  "server/commands/article/many-writers.db.test.ts",
];

/** Long files first: begun last, one of them keeps one processor busy while the other has nothing left to do. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const placeOf = ({ moduleId }: TestSpecification) => {
      const place = longest.indexOf(relative(this.ctx.config.root, moduleId));
      return place === -1 ? longest.length : place;
    };
    const sorted = await super.sort(files);
    return sorted.toSorted((one, other) =>
      one.project.name === other.project.name ? placeOf(one) - placeOf(other) : 0,
    );
  }
}
