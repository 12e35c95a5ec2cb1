import { expect, test } from "vitest";
import { CitationId } from "@/domain/ids";
import { coverageOf, standingOf, type Verification } from "./verification";

const id = (number: number) => CitationId.parse(`00000000-0000-4000-8000-${String(number).padStart(12, "0")}`);
const support = { citation: id(1), support: "words", digest: "words beside the copy" };
const said = (told: Partial<Verification> = {}): Verification => ({
  citation: id(1),
  support: "words",
  digest: "words beside the copy",
  verdict: "verified",
  note: "",
  by: "Otis",
  at: "2027-05-03T09:00:00.000Z",
  ...told,
});
const dispute = said({ verdict: "disputed", note: "It says 12." });

test("a verification holds while text, source, quote and the kept text are the same", () => {
  expect(standingOf(support, [said()])).toEqual({ state: "verified", word: said() });
  expect(standingOf({ ...support, digest: "beside another copy" }, [said()])).toEqual({
    state: "unverified",
    former: said(),
  });
  expect(standingOf({ ...support, support: "other words", digest: "x" }, [said()]).state).toBe("unverified");
});

test("nobody's word is unverified, and so is a word on another citation", () => {
  expect(standingOf(support, [])).toEqual({ state: "unverified", former: null });
  expect(standingOf(support, [said({ citation: id(2) })])).toEqual({ state: "unverified", former: null });
});

test("the newest word on the same words counts, whoever gave it", () => {
  expect(standingOf(support, [dispute, said()]).state).toBe("disputed");
  expect(standingOf(support, [said({ by: "Ada" }), dispute]).state).toBe("verified");
});

test("a dispute stands whatever is kept meanwhile, and falls with the words", () => {
  expect(standingOf({ ...support, digest: "beside another copy" }, [dispute]).state).toBe("disputed");
  expect(standingOf({ ...support, support: "other words" }, [dispute])).toEqual({
    state: "unverified",
    former: dispute,
  });
});

test("a dispute that was answered by a verification does not come back with another copy", () => {
  expect(standingOf({ ...support, digest: "beside another copy" }, [said(), dispute]).state).toBe("unverified");
});

test("words that came back are verified as they were, whatever was said of others meanwhile", () => {
  const other = said({ support: "other words", digest: "other", verdict: "disputed", note: "No." });
  expect(standingOf(support, [other, said()]).state).toBe("verified");
});

test("a citation is verified when all that it rests on is, and a hole is neither verified nor cited", () => {
  const citations = [
    { id: id(1), hole: false },
    { id: id(2), hole: false },
    { id: id(3), hole: true },
  ];
  const supports = [
    { citation: id(1), standing: { state: "verified" as const } },
    { citation: id(1), standing: { state: "verified" as const } },
    { citation: id(2), standing: { state: "verified" as const } },
    { citation: id(2), standing: { state: "disputed" as const } },
    { citation: id(3), standing: { state: "verified" as const } },
  ];
  expect(coverageOf(citations, 2, supports)).toEqual({ verified: 1, cited: 1, held: 3 });
});
