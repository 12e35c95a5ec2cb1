import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { root } from "./folders.mjs";

/** For each place: what it may import, and what lint refuses. */
const boundaries = {
  "domain/article/probe.ts": {
    may: ["zod", "prosemirror-model", "prosemirror-transform", "./article", "@/domain/rules"],
    mayNot: [
      "@/server/db",
      "@/components/ui/x",
      "@/app/x",
      "@prisma/client",
      "react",
      "next",
      "node:fs",
      "pg",
      "vitest",
    ],
  },
  "domain/article/probe.test.ts": {
    may: ["vitest", "fast-check", "@/domain/result"],
    mayNot: ["@/server/db", "react"],
  },
  "server/db/probe.ts": {
    may: ["pg", "@prisma/adapter-pg", "@/server/jobs/reactions", "@/server/db/rows", "@/domain/x"],
    mayNot: [
      "@/server/commands/a/b",
      "@/server/queries/x",
      "@/server/jobs/worker",
      "@/server/testing/x",
      "next",
      "../x",
    ],
  },
  "server/http/probe.ts": {
    may: ["undici", "node:net", "node:dns/promises", "robots-parser", "@/domain/result", "@/server/http/x", "./x"],
    mayNot: ["@/server/db", "@/server/testing/x", "@/server/commands/a/b", "pg", "next", "react", "../x"],
  },
  "server/commands/article/probe.ts": {
    may: ["@/server/db", "@/server/http/get", "@/server/importing/x", "@/server/baking/x", "@/server/commands/command"],
    mayNot: [
      "@/server/commands/review/approve",
      "@/server/queries/x",
      "@/server/jobs/x",
      "next",
      "@prisma/client",
      "node:fs",
      "../x",
    ],
  },
  "server/queries/probe.ts": {
    may: ["@/server/db", "@/domain/x"],
    mayNot: ["@/server/commands/a/b", "@/server/jobs/x", "@/reader/x", "@prisma/client", "pg", "next"],
  },
  "server/jobs/probe.ts": {
    may: ["@/server/db", "@/server/http/get", "@/server/commands/a/b", "graphile-worker"],
    mayNot: ["@/server/queries/x", "@/server/auth/session", "@prisma/client", "next", "react"],
  },
  "server/auth/probe.ts": {
    may: ["@/server/db", "next/headers", "next/navigation", "next-auth"],
    mayNot: ["@/server/commands/a/b", "@/server/queries/x", "next/server", "@prisma/client", "@/components/x"],
  },
  "server/front/probe.ts": {
    may: ["@/server/queries/reader-answer", "@/server/baking/draw-search", "next", "node:http", "./x"],
    mayNot: [
      "@/server/baking/from-database",
      "@/server/db",
      "@/server/commands/a/b",
      "@/app/x",
      "next/headers",
      "@prisma/client",
      "react",
    ],
  },
  "server/finding/probe.ts": {
    may: ["@/server/http/fetch", "@/server/bibliography/x", "@/domain/x", "linkedom"],
    mayNot: ["@/server/db", "@/server/commands/a/b", "node:http", "undici", "@/reader/x"],
  },
  "server/checking/probe.ts": {
    may: ["@/server/http/fetch", "@/domain/x", "node:worker_threads", "node:zlib"],
    mayNot: ["@/server/db", "@/server/commands/a/b", "node:net", "undici"],
  },
  "server/citing/probe.ts": {
    may: ["citeproc", "@/domain/x", "node:worker_threads", "node:fs"],
    mayNot: ["@/server/db", "@/server/http/fetch", "undici"],
  },
  "server/bibliography/probe.ts": {
    may: ["@citation-js/core", "@/domain/x", "./x"],
    mayNot: ["@/server/db", "@/server/http/fetch", "node:fs"],
  },
  "server/importing/probe.ts": {
    may: ["unified", "remark-parse", "@/domain/importing/x", "./x"],
    mayNot: ["@/server/db", "@/server/commands/a/b", "@/reader/x", "node:fs", "react"],
  },
  "server/baking/probe.ts": {
    may: ["@/reader/x", "react-dom/server", "@/domain/x", "@/server/db", "node:zlib"],
    mayNot: ["@/server/commands/a/b", "@/server/queries/x", "@/server/jobs/x", "@/components/x", "@prisma/client"],
  },
  "server/testing/probe.ts": {
    may: ["@/server/db", "@/server/commands/a/b", "@/server/queries/x"],
    mayNot: ["@/app/x", "next"],
  },
  "reader/probe.tsx": {
    may: ["react", "./x", "@/domain/x"],
    mayNot: ["@/server/db", "@/components/x", "@/app/x", "next/link", "node:fs", "@prisma/client"],
  },
  "components/ui/probe.tsx": {
    may: ["react", "next/link", "@/domain/x", "@/components/ui/x"],
    mayNot: ["@/server/db", "@/app/x", "@/e2e/x", "@prisma/client", "next/headers", "next-auth", "node:fs", "../x"],
  },
  "app/probe.ts": {
    may: [
      "@/server/commands",
      "@/server/queries/x",
      "@/server/auth/session",
      "@/components/x",
      "@/domain/x",
      "./x",
      "next/server",
    ],
    mayNot: [
      "@/server/db",
      "@/server/db/rows",
      "@/server/jobs/x",
      "@/server/importing/x",
      "@prisma/client",
      "pg",
      "@/e2e/x",
      "../x",
    ],
  },
  "cli/probe.ts": {
    may: ["@/server/commands/a/b", "@/server/queries/x", "@/server/importing/x", "@/domain/x", "node:fs"],
    mayNot: ["@/server/db", "@/server/auth/x", "@/app/x", "@/components/x", "react", "next", "@prisma/client"],
  },
  "e2e/probe.ts": {
    may: ["@playwright/test", "@/server/testing/x", "./x"],
    mayNot: ["@/server/db", "@/domain/x", "@/app/x", "@/components/x"],
  },
};

let folder;
let refused;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "imprimatur-boundaries-"));
  cpSync(join(root, ".oxlintrc.json"), join(folder, ".oxlintrc.json"));
  for (const [file, { may, mayNot }] of Object.entries(boundaries)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), [...may, ...mayNot].map((name) => `import "${name}";\n`).join(""));
  }
  const oxlint = join(root, "node_modules", "oxlint", "bin", "oxlint");
  const { stdout } = spawnSync(process.execPath, [oxlint, "-f", "unix"], { cwd: folder, encoding: "utf8" });
  refused = stdout.split("\n").filter((line) => line.includes("no-restricted-imports"));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each(Object.entries(boundaries))(
  "lint lets %s import what the table says and nothing else",
  (file, { mayNot }) => {
    const lines = refused.filter((line) => line.startsWith(`${file}:`));
    const names = new Set(lines.map((line) => line.match(/'([^']+)'/)?.[1]));
    expect([...names].sort()).toEqual([...mayNot].sort());
  },
);
