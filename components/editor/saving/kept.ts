import { z } from "zod";

const Kept = z.object({
  clientId: z.string(),
  stepCount: z.int().min(0),
  steps: z.array(z.record(z.string(), z.unknown())),
  at: z.number(),
});

/** Steps that the server has not said yes to, as one tab left them: made by `clientId` on version `stepCount`, kept at `at` (ms). */
export type Kept = z.infer<typeof Kept>;

/** The part of the Web Storage interface (HTML, section 12) that keeping needs. */
export type Shelf = Pick<Storage, "getItem" | "setItem" | "removeItem" | "key" | "length">;

/** Where one person's unsaved steps of one article are kept in this browser, an entry a tab. */
export type KeptSteps = ReturnType<typeof keptSteps>;

/** Opens the kept steps of an article and person. `keep` answers false where the browser has no room for them. */
export function keptSteps(shelf: Shelf | null, userId: string, articleId: string) {
  const prefix = `imprimatur:kept:${userId}:${articleId}:`;
  return {
    nameOf: (clientId: string) => prefix + clientId,
    keep(kept: Kept): boolean {
      try {
        if (kept.steps.length === 0) shelf?.removeItem(prefix + kept.clientId);
        else shelf?.setItem(prefix + kept.clientId, JSON.stringify(kept));
        return shelf !== null;
      } catch {
        return false;
      }
    },
    forget(clientId: string): void {
      shelf?.removeItem(prefix + clientId);
    },
    all(): Kept[] {
      return shelf ? entriesOf(shelf, prefix) : [];
    },
  };
}

function entriesOf(shelf: Shelf, prefix: string): Kept[] {
  const found: Kept[] = [];
  for (let index = 0; index < shelf.length; index++) {
    const key = shelf.key(index);
    if (!key?.startsWith(prefix)) continue;
    const kept = Kept.safeParse(read(shelf.getItem(key)));
    if (kept.success) found.push(kept.data);
  }
  return found.toSorted((a, b) => a.at - b.at);
}

function read(text: string | null): unknown {
  try {
    return JSON.parse(text ?? "null");
  } catch {
    return null;
  }
}
