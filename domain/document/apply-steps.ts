import type { Node } from "prosemirror-model";
import { Step } from "prosemirror-transform";
import { fail, ok, type Result } from "@/domain/result";
import { partsOf } from "./parts";
import { type Unreadable, whyInvalid } from "./read";
import { schema } from "./schema";

/**
 * A document after untrusted steps (JSON of prosemirror-transform), checked to be one of our schema that keeps its
 * front; or why the steps don't lead to one.
 */
export function applySteps(document: Node, steps: readonly unknown[]): Result<Node, Unreadable> {
  let after = document;
  try {
    for (const json of steps) {
      const { doc, failed } = Step.fromJSON(schema, json).apply(after);
      if (!doc) return invalid(failed ?? "a step does not fit the text");
      after = doc;
    }
  } catch (error) {
    // ProseMirror throws for a position or a type that is not there.
    return invalid(error instanceof Error ? error.message : "not steps of our schema");
  }
  if (after.firstChild?.attrs["id"] !== document.firstChild?.attrs["id"]) return invalid("the front keeps its id");
  const why =
    whyInvalid(after) ??
    partsOf(after)
      .map(({ id }) => whyUnusual(id))
      .find((found) => found !== null);
  return why ? invalid(why) : ok(after);
}

const invalid = (why: string) => fail({ kind: "invalid-document" as const, why });

/** Postgres writes a UUID in lower case, and an id in another case would look like another section. */
const whyUnusual = (id: string): string | null =>
  id === id.toLowerCase() ? null : `the id ${id} is not in lower case`;
