import { parentPort } from "node:worker_threads";
import { schema } from "@/domain/document/schema";
import { drawEditionPages } from "./bake";

type Asked = Parameters<typeof drawEditionPages>;
type Rest = Asked extends [unknown, ...infer More] ? More : never;
/** A view as it comes over: its parts as JSON, for a node of ProseMirror does not. */
export type Message = { id: number; view: Omit<Asked[0], "parts"> & { parts: unknown[] }; rest: Rest };

/** The thread in which long editions are drawn: each message is one, and each answer its pages or why there are none. */
parentPort?.on("message", ({ id, view, rest }: Message) => {
  const parts = view.parts.map((part) => schema.nodeFromJSON(part));
  drawEditionPages({ ...view, parts }, ...rest).then(
    (pages) => parentPort?.postMessage({ id, pages }),
    (error: unknown) => parentPort?.postMessage({ id, why: error instanceof Error ? error.message : String(error) }),
  );
});
