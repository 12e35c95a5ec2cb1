import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { article, paragraph, section } from "@/components/editor/testing/article";
import { authorityOf } from "@/components/editor/testing/authority";
import { type Writer, writerOf } from "@/components/editor/testing/writer";
import { deleteSection, moveSection, sectionsOf } from "@/components/editor/sections";
import type { Kept } from "./kept";
import { putBack } from "./put-back";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const draft = () =>
  article(section(2, "", paragraph("The ferry stops.")), section(3, "Who pays", paragraph("Nobody.")));
const place = 36;

/** A tab that wrote these words in section 3 while the line was cut, and then went. */
async function closedTab(transport: Parameters<typeof writerOf>[3], words: string): Promise<Kept> {
  const tab = writerOf("closed", draft(), 0, transport);
  tab.cut(true);
  for (const letter of [...words].toReversed()) tab.make((state) => state.tr.insertText(letter, textStart(tab)));
  await vi.advanceTimersByTimeAsync(1000);
  return { clientId: "closed", ...tab.kept(), steps: [...tab.kept().steps], at: 0 };
}

const textStart = (writer: Writer) => {
  const second = sectionsOf(writer.state().doc)[1];
  return (second?.from ?? place) + 2 + (second?.node.firstChild?.nodeSize ?? 0);
};

function reopened(authority: ReturnType<typeof authorityOf>): Writer {
  const tab = writerOf("reopened", authority.document(), authority.stepCount(), authority.transport);
  authority.transport.subscribe("ferry", 0, (message) => message.kind === "steps" && tab.saver.receive(message));
  return tab;
}

test("words that a crashed tab kept are back after a reload, once", async () => {
  const authority = authorityOf(draft());
  const kept = await closedTab(authority.transport, "Yet");
  const tab = reopened(authority);
  expect(await putBack(kept, "ferry", authority.transport, tab.desk)).toEqual({ kind: "done", changes: 3, lost: [] });
  await vi.advanceTimersByTimeAsync(5000);
  expect(authority.document().textContent).toContain("YetNobody.");
  expect(await putBack(kept, "ferry", authority.transport, tab.desk)).toEqual({ kind: "done", changes: 0, lost: [] });
  await vi.advanceTimersByTimeAsync(5000);
  expect(tab.state().doc.textContent.split("Yet")).toHaveLength(2);
});

test("words whose saving was acknowledged to nobody are not saved twice", async () => {
  const authority = authorityOf(draft());
  const kept = await closedTab(authority.transport, "Yet");
  authority.save({ articleId: "ferry", stepCount: 0, steps: kept.steps, clientId: "closed" });
  const tab = reopened(authority);
  expect(await putBack(kept, "ferry", authority.transport, tab.desk)).toEqual({ kind: "done", changes: 0, lost: [] });
  await vi.advanceTimersByTimeAsync(5000);
  expect(authority.document().textContent.split("Yet")).toHaveLength(2);
});

test("words that others have overtaken find their place, even where the section was moved", async () => {
  const authority = authorityOf(draft());
  const kept = await closedTab(authority.transport, "Yet");
  const other = reopened(authority);
  other.make((state) => moveSection(state, sectionsOf(state.doc)[1]?.id ?? "", 0));
  other.make((state) => state.tr.insertText("Title ", 2));
  await vi.advanceTimersByTimeAsync(2000);
  const tab = reopened(authority);
  expect(await putBack(kept, "ferry", authority.transport, tab.desk)).toMatchObject({ changes: 3, lost: [] });
  await vi.advanceTimersByTimeAsync(2000);
  expect(authority.document().textContent).toContain("YetNobody.");
});

test("words whose section was deleted are handed over to copy", async () => {
  const authority = authorityOf(draft());
  const kept = await closedTab(authority.transport, "Yet");
  const other = reopened(authority);
  other.make((state) => deleteSection(state, sectionsOf(state.doc)[1]?.id ?? ""));
  await vi.advanceTimersByTimeAsync(2000);
  const tab = reopened(authority);
  expect(await putBack(kept, "ferry", authority.transport, tab.desk)).toEqual({
    kind: "done",
    changes: 0,
    lost: ["Y", "e", "t"].toReversed(),
  });
});

test("while nobody answers, they stay kept", async () => {
  const authority = authorityOf(draft());
  const kept = await closedTab(authority.transport, "Yet");
  const tab = reopened(authority);
  tab.cut(true);
  expect(await Promise.race([putBack(kept, "ferry", tab.line, tab.desk), vi.advanceTimersByTimeAsync(2000)])).toEqual({
    kind: "later",
  });
});
