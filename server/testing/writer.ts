import { Step, Transform } from "prosemirror-transform";
import type { Node } from "prosemirror-model";
import { z } from "zod";
import type { Actor } from "@/domain/access/policy";
import { schema } from "@/domain/document/schema";
import type { ArticleId } from "@/domain/ids";
import { saveSteps } from "@/server/commands/article/save-steps";
import { db } from "@/server/db";
import { readDraft } from "@/server/db/draft";

/**
 * Writes so many words as one of many: each is put at the end of the second part, sent, and, while others were quicker,
 * put into their text and sent again after the editor's short pause. Answers the words that were acknowledged, in the order that they were.
 */
export async function writeUntil(
  writer: Actor,
  articleId: ArticleId,
  name: string,
  count: number,
  onWord: (word: string) => void = () => undefined,
): Promise<string[]> {
  const read = { isolationLevel: "RepeatableRead", maxWait: 60_000 } as const;
  const draft = await db.$transaction((tx) => readDraft(tx, articleId), read);
  if (!draft) throw new Error("the article is there");
  let text = draft.manuscript.document;
  let { stepCount } = draft.article;
  const acknowledged: string[] = [];
  while (acknowledged.length < count) {
    const word = `[${name}.${acknowledged.length}]`;
    const change = new Transform(text).insert(endOfFirstSection(text), schema.text(word));
    const steps = change.steps.map((step): Record<string, unknown> => step.toJSON());
    const answer = await saveSteps.run(writer, { articleId, stepCount, steps, clientId: `client-${name}` });
    if (answer.ok) {
      text = change.doc;
      stepCount = answer.value.stepCount;
      acknowledged.push(word);
      onWord(word);
    } else {
      const behind = Behind.parse(answer.error);
      for (const step of behind.steps) text = Step.fromJSON(schema, step).apply(text).doc ?? text;
      stepCount = behind.stepCount;
    }
    // Whoever was quicker rests as well: a writer without a breath would leave the others behind for ever.
    await new Promise((resume) => setTimeout(resume, Math.random() * 60));
  }
  return acknowledged;
}

const Behind = z.object({
  kind: z.literal("behind"),
  stepCount: z.int(),
  steps: z.array(z.record(z.string(), z.unknown())),
});

function endOfFirstSection(text: Node): number {
  return text.child(0).nodeSize + text.child(1).nodeSize - 2;
}
