import type { Message, SaveAnswer, StepJson, Transport } from "@/components/editor/transport";
import { send } from "@/components/ui/send-command";

/** The editor's way to the server: steps through the one door, everything else over the article's event stream. */
export const transport: Transport = {
  save: async ({ articleId, stepCount, steps, clientId }): Promise<SaveAnswer> => {
    const result = await send<{ stepCount: number }>("article.save-steps", { articleId, stepCount, steps, clientId });
    if (result.ok) return { kind: "saved", stepCount: result.value.stepCount };
    const { kind, message, ...details } = result.error;
    if (kind === "behind")
      return {
        kind: "behind",
        steps: asSteps(details["steps"]),
        clientIds: asTexts(details["clientIds"]),
        stepCount: Number(details["stepCount"]),
      };
    return kind === "offline" || kind === "failed" || kind === "limited"
      ? { kind: "offline" }
      : { kind: "refused", why: message };
  },

  subscribe: (articleId, stepCount, onMessage) => {
    let reached = stepCount;
    let source: EventSource | null = null;
    let retry: ReturnType<typeof setTimeout> | null = null;
    const open = () => {
      source = new EventSource(`/api/articles/${articleId}/stream?since=${reached}`);
      const on = (kind: Message["kind"], read: (data: Record<string, unknown>) => Message) =>
        source?.addEventListener(kind, (event) => onMessage(read(JSON.parse(event.data))));
      source.onopen = () => onMessage({ kind: "online" });
      source.onerror = () => {
        onMessage({ kind: "offline" });
        source?.close();
        retry = setTimeout(open, 2000);
      };
      on("steps", (data) => {
        reached = Math.max(reached, Number(data["stepCount"]));
        return {
          kind: "steps",
          steps: asSteps(data["steps"]),
          clientIds: asTexts(data["clientIds"]),
          stepCount: Number(data["stepCount"]),
        };
      });
      on("people", (data) => ({
        kind: "people",
        people: asList(data["people"]).map((one) => ({ id: String(one["id"]), name: String(one["name"]) })),
      }));
      on("begun", (data) => ({ kind: "begun", version: Number(data["version"]) }));
      on("article", (data) => ({ kind: "article", version: Number(data["version"]) }));
    };
    open();
    return () => {
      if (retry) clearTimeout(retry);
      source?.close();
    };
  },
};

const asList = (value: unknown): Record<string, unknown>[] => (Array.isArray(value) ? value : []);
const asSteps = (value: unknown): StepJson[] => asList(value);
const asTexts = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);
