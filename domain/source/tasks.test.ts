import { expect, test } from "vitest";
import { linkStates } from "./facts";
import { tasksFor } from "./tasks";

const sound = { title: "Bridges", link: null, standing: null, likeness: null };
const link = (state: (typeof linkStates)[number]) => ({ state, reason: "It says so.", archiveUrl: null });

test("only what is lost, unsafe or seems to be gone asks for somebody's work; what nobody can tell does not", () => {
  const asking = linkStates.filter((state) => tasksFor({ ...sound, link: link(state) }).size > 0);
  expect(asking).toEqual(["soft-404", "gone", "dead", "unsafe"]);
});

test("a task says what happened and what to do next", () => {
  const words = tasksFor({ ...sound, link: link("dead") }).get("source-dead");
  expect(words).toBe(
    "“Bridges” is no longer at its address. It says so. Find its new address, record a copy in a public archive, or cite something else.",
  );
  const kept = { ...link("gone"), archiveUrl: "https://web.archive.org/web/2027/x" };
  expect(tasksFor({ ...sound, link: kept }).get("source-dead")).toContain("pointed to the archive’s copy");
});

test("a retracted work and one of concern ask for reading the text again, a corrected one does not", () => {
  const kinds = (["retracted", "concern", "corrected", "reinstated", "clear"] as const).map((state) => [
    ...tasksFor({ ...sound, standing: { state, notice: null } }).keys(),
  ]);
  expect(kinds).toEqual([["source-retracted"], ["source-retracted"], [], [], []]);
});

test("a page that changed a little asks for nothing", () => {
  expect(tasksFor({ ...sound, likeness: 0.97 }).size).toBe(0);
  expect([...tasksFor({ ...sound, likeness: 0.4 }).keys()]).toEqual(["source-changed"]);
});
