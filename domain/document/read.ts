import { Node } from "prosemirror-model";
import { type Result, fail, ok } from "@/domain/result";
import { schema } from "./schema";

export type Unreadable = { kind: "invalid-document"; why: string };

/** Reads untrusted JSON as a node of our schema with every attribute checked and every id used once, or says why not. */
export function readDocument(json: unknown): Result<Node, Unreadable> {
  return read(json, "doc");
}

/** The same for one stored part: a `front` or a `section`. */
export function readPart(json: unknown): Result<Node, Unreadable> {
  const part = read(json);
  if (part.ok && part.value.type.name !== "front" && part.value.type.name !== "section")
    return fail({
      kind: "invalid-document",
      why: `a ${part.value.type.name} is not a part of an article`,
    });
  return part;
}

/** Says why a node that was built by steps is not a document of ours, or null when it is. */
export function whyInvalid(node: Node): string | null {
  try {
    node.check();
  } catch (error) {
    return error instanceof Error ? error.message : "not a document of our schema";
  }
  const seen = new Set<string>();
  let twice: string | null = null;
  node.descendants((child) => {
    const id: unknown = child.attrs["id"];
    if (typeof id !== "string") return;
    if (seen.has(id)) twice = `the id ${id} stands twice`;
    seen.add(id);
  });
  return twice;
}

function read(json: unknown, wanted?: string): Result<Node, Unreadable> {
  try {
    const node = Node.fromJSON(schema, json);
    if (wanted && node.type.name !== wanted)
      return fail({
        kind: "invalid-document",
        why: `a ${node.type.name} is not a ${wanted}`,
      });
    const why = whyInvalid(node);
    return why ? fail({ kind: "invalid-document", why }) : ok(node);
  } catch (error) {
    return fail({
      kind: "invalid-document",
      why: error instanceof Error ? error.message : "not JSON of our schema",
    });
  }
}
