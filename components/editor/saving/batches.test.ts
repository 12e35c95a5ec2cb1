import { Transform } from "prosemirror-transform";
import { expect, test } from "vitest";
import { whyInvalid } from "@/domain/document/read";
import { article, id, paragraph, section } from "@/components/editor/testing/article";
import { firstBatch } from "./batches";
import { readSteps } from "./receive";

const draft = article(section(2, "", paragraph("Start.")), section(3, "Second"));

test("what fits goes at once", () => {
  const typed = new Transform(draft).insert(2, draft.type.schema.text("a")).insert(2, draft.type.schema.text("b"));
  expect(firstBatch(typed.steps, draft)).toHaveLength(2);
});

test("more than 500 steps go in several batches", () => {
  const typed = new Transform(draft);
  for (let count = 0; count < 501; count++) typed.insert(2, draft.type.schema.text("x"));
  expect(firstBatch(typed.steps, draft)).toHaveLength(500);
});

test("steps too large together go one by one, and one that is too large alone still goes", () => {
  const typed = new Transform(draft);
  for (let count = 0; count < 3; count++) typed.insert(2, draft.type.schema.text("x".repeat(90)));
  expect(firstBatch(typed.steps, draft, { steps: 500, characters: 200 })).toHaveLength(1);
  expect(firstBatch(typed.steps, draft, { steps: 500, characters: 10 })).toHaveLength(1);
});

test("a batch never ends where an id stands twice, because the server would refuse it", () => {
  const second = draft.lastChild;
  if (!second) throw new Error("the draft has a second section");
  const pasted = new Transform(draft)
    .insert(2, draft.type.schema.text("x"))
    .insert(draft.content.size + 1, second)
    .setNodeAttribute(draft.content.size + 1, "id", id(77));
  const batch = firstBatch(pasted.steps, draft, { steps: 2, characters: 10_000 });
  expect(batch).toHaveLength(1);
  const rest = firstBatch(
    pasted.steps.slice(1),
    readSteps(batch).reduce((doc, step) => step.apply(doc).doc ?? doc, draft),
    {
      steps: 1,
      characters: 10_000,
    },
  );
  expect(rest).toHaveLength(2);
  expect(whyInvalid(pasted.doc)).toBeNull();
});
