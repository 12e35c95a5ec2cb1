import { expect, test } from "vitest";
import type { StandingState } from "@/domain/source/facts";
import { cited, known } from "./testing/known";
import { findingsOf } from "./testing/findings";
import { sourced } from "./testing/manuscript";

const rule = "source/concern";
const standing = (state: StandingState) =>
  findingsOf(
    rule,
    cited([
      {
        reference: sourced({ DOI: "10.5555/bridge.7" }),
        known: known({ standing: { state, checkedAt: null, notice: null, noticedOn: null } }),
      },
    ]),
  );

test("an expression of concern and a correction ask for a look", () => {
  expect(standing("concern")).toMatchObject([
    { severity: "warning", message: "Halden Works, 2025 is under an expression of concern." },
  ]);
  expect(standing("corrected")).toMatchObject([{ severity: "warning", message: "Halden Works, 2025 was corrected." }]);
});

test.each(["unchecked", "clear", "retracted", "reinstated"] as const)(
  "a work that is %s is under no concern",
  (state) => expect(standing(state)).toEqual([]),
);
