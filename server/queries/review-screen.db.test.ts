import "@/server/testing/own-database";
import { beforeAll, expect, test } from "vitest";
import { reviewScreen } from "@/server/queries/review-screen";
import { hire, type Somebody } from "@/server/testing/people";
import { approvalOf, handIn, writeWhole } from "@/server/testing/rounds";
import { granted } from "@/server/testing/drafts";
import { approve } from "@/server/commands/review/approve";

let ada: Somebody;
let bo: Somebody;
beforeAll(async () => {
  ada = await hire("Ada", "editor", "reviewer");
  bo = await hire("Bo", "reviewer");
});

test("a reviewer is told who wrote what, who approved it, and what is theirs to approve", async () => {
  const id = await writeWhole(ada, "Read");
  await handIn(ada, id);
  await granted(approve.run(bo, await approvalOf(id, 1)));
  const forBo = await reviewScreen(bo, id);
  expect(forBo?.round?.submittedBy).toBe("Ada");
  expect(forBo?.sections.map(({ approval }) => approval?.by ?? null)).toEqual([null, "Bo", null]);
  expect(forBo?.sections.map(({ mayApprove }) => mayApprove)).toEqual([true, false, true]);
  expect(forBo?.sections[2]?.writers).toEqual(["Ada"]);
  const forAda = await reviewScreen(ada, id);
  expect(forAda?.sections.some(({ mayApprove }) => mayApprove)).toBe(false);
});
