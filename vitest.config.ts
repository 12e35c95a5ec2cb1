import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { LongestFirst } from "./scripts/test-order";

const alias = { "@": fileURLToPath(new URL(".", import.meta.url)).replace(/\/$/, "") };
const elsewhere = ["**/node_modules/**", "**/.next/**", "**/.data/**", "e2e/**"];
/** All processors: by default one would be left idle, and that is half of a machine with two. */
const maxWorkers = "100%";
const database = "**/*.db.test.{ts,tsx,mjs}";
/** One process for many files: libraries stay loaded and warm, our own modules begin anew with each file. */
const together = { isolate: false, setupFiles: "server/testing/anew.ts" };

/** `domain` and `unit` need nothing but Node; `database` needs a Postgres and finds one itself (scripts/test-template.mjs). */
export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        resolve: { alias },
        test: {
          name: "domain",
          include: ["domain/**/*.test.ts"],
          pool: "threads",
          maxWorkers,
          // The domain keeps nothing and reaches nothing, so no file finds what another left behind.
          isolate: false,
        },
      },
      {
        resolve: { alias },
        test: {
          ...together,
          name: "unit",
          include: ["**/*.test.{ts,tsx,mjs}"],
          exclude: [...elsewhere, "domain/**", database],
          pool: "threads",
          maxWorkers,
        },
      },
      {
        resolve: { alias },
        test: {
          ...together,
          name: "database",
          include: [database],
          exclude: elsewhere,
          globalSetup: "scripts/test-template.mjs",
          // Every file has a database of its own, so two run side by side; a third gains nothing on two processors.
          maxWorkers: 2,
          // After the others, where both are run at once: the two have each their own number of workers.
          sequence: { groupOrder: 1 },
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
