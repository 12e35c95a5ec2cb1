import { isObject } from "@/domain/json";
import { listOf, textOf } from "@/server/finding/loose";

/** The nodes of a page's JSON-LD, and the way from a mention (`{"@id": …}`) to the node that says more. */
export type LdGraph = {
  nodes: Record<string, unknown>[];
  deref: (value: unknown) => Record<string, unknown> | null;
};

/** Flattens lists, `@graph` and what a page says it is mainly about; two thousand nodes at most. */
export function ldGraph(roots: readonly unknown[]): LdGraph {
  const nodes: Record<string, unknown>[] = [];
  const waiting = [...roots];
  for (let next = waiting.shift(); waiting.length > 0 || next !== undefined; next = waiting.shift()) {
    if (nodes.length >= most) break;
    if (Array.isArray(next)) waiting.push(...next.slice(0, most));
    if (!isObject(next)) continue;
    nodes.push(next);
    for (const name of ["@graph", "mainEntity", "mainEntityOfPage", "hasPart"])
      waiting.push(...listOf(next[name]).slice(0, most));
  }
  const byId = new Map<string, Record<string, unknown>>();
  for (const node of nodes) {
    const id = textOf(node["@id"]);
    // A mention has nothing but its id; the node that says most stands for all of them.
    if (id && Object.keys(node).length > Object.keys(byId.get(id) ?? {}).length) byId.set(id, node);
  }
  const deref = (value: unknown): Record<string, unknown> | null => {
    if (!isObject(value)) return null;
    const id = textOf(value["@id"]);
    const known = id ? byId.get(id) : undefined;
    return known && Object.keys(value).length <= Object.keys(known).length ? known : value;
  };
  return { nodes, deref };
}

const most = 2000;
