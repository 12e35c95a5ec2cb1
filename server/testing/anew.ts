import { afterAll, vi } from "vitest";

// One process runs many files of tests, so that libraries are loaded and warm for all of them; our own modules begin anew
// with each file, and a file leaves neither its time nor its names behind (its connections: `own-database.ts`).
vi.resetModules();
const before = { ...process.env };

afterAll(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
  for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
  Object.assign(process.env, before);
});
