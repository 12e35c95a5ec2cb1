import { expect, test } from "vitest";
import { type SaveEvent, moves, next, saveWords, wouldLose } from "./machine";

test("a change is saved after a pause", () => {
  const phases = (["edited", "due", "saved"] as const).reduce<string[]>(
    (passed, event) => [...passed, next(phaseOf(passed.at(-1)), event)],
    ["saved"],
  );
  expect(phases).toEqual(["saved", "waiting", "saving", "saved"]);
});

test("what is written while a batch is on its way is not called saved", () => {
  expect(next(next("saving", "edited"), "partlySaved")).toBe("waiting");
});

test("a batch that is behind is caught up and sent again", () => {
  expect(next(next(next("saving", "behind"), "caughtUp"), "due")).toBe("saving");
});

test("offline, writing goes on and the next try sends it", () => {
  expect(next("offline", "edited")).toBe("offline");
  expect(next("offline", "due")).toBe("saving");
});

test("no phase is a dead end", () => {
  for (const leaving of Object.values(moves)) expect(Object.keys(leaving).length).toBeGreaterThan(0);
});

test("no event but an answer ever makes unsaved words saved", () => {
  const quiet: SaveEvent[] = ["edited", "due", "partlySaved", "behind", "caughtUp", "offline", "refused"];
  for (const [phase, leaving] of Object.entries(moves))
    if (phase !== "saved") for (const event of quiet) expect(leaving[event]).not.toBe("saved");
});

test("each state is told in words", () => {
  const state = { unsaved: 3, why: null, kept: true };
  expect(saveWords({ ...state, phase: "saved" })).toBe("Saved");
  expect(saveWords({ ...state, phase: "saving" })).toBe("Saving");
  expect(saveWords({ ...state, phase: "offline" })).toBe("Offline: 3 changes kept");
  expect(saveWords({ ...state, phase: "offline", unsaved: 1 })).toBe("Offline: 1 change kept");
  expect(saveWords({ ...state, phase: "refused", why: "you may not write here" })).toBe(
    "Not saved: you may not write here",
  );
});

test("leaving the page is warned about only when words would be lost", () => {
  expect(wouldLose({ phase: "offline", unsaved: 3, why: null, kept: true })).toBe(false);
  expect(wouldLose({ phase: "offline", unsaved: 3, why: null, kept: false })).toBe(true);
  expect(wouldLose({ phase: "saved", unsaved: 0, why: null, kept: false })).toBe(false);
});

const phaseOf = (name: string | undefined) =>
  Object.keys(moves).find((phase): phase is keyof typeof moves => phase === name) ?? "saved";
