import { useState } from "react";

/** How far the mending has come: against what the import held back, or the most blockers that were seen since. */
export function useProgress(open: number, heldAtImport: number): { resolved: number; total: number } {
  const [most, setMost] = useState(Math.max(open, heldAtImport));
  if (open > most) setMost(open);
  return { resolved: most - open, total: most };
}
