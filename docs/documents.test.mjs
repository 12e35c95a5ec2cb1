import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));
const read = (path) => readFileSync(join(root, path), "utf8");
const named = JSON.parse(read("package.json"));

const decisions = readdirSync(join(root, "docs/decisions")).sort();
const documents = [
  "README.md",
  "CONTRIBUTING.md",
  "SECURITY.md",
  ...readdirSync(join(root, "docs"))
    .filter((name) => name.endsWith(".md"))
    .map((name) => `docs/${name}`),
  ...decisions.map((name) => `docs/decisions/${name}`),
];

test("every package that we rest on is accounted for, with its own licence", () => {
  const told = Object.fromEntries(
    [...read("docs/dependencies.md").matchAll(/^\| `([^`]+)` \| ([^|]+) \|/gm)].map(([, name, licence]) => [
      name,
      licence.trim(),
    ]),
  );
  const packages = Object.keys({ ...named.dependencies, ...named.devDependencies });
  const actual = packages.map((name) => [name, JSON.parse(read(`node_modules/${name}/package.json`)).license]);
  expect(told).toEqual(Object.fromEntries(actual));
});

test.each(documents)("%s leads only to what is there", (path) => {
  const links = [...read(path).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target]) => target.split("#")[0]);
  const dead = links.filter((target) => target !== "" && !/^[a-z]+:/.test(target) && !isThere(path, target));
  expect(dead).toEqual([]);
});

const isThere = (path, target) => existsSync(join(root, dirname(path), target));

test.each(documents)("%s names no folder of somebody's machine", (path) => {
  expect(read(path)).not.toMatch(/(?:^|[\s("'`=])\/(?:work|tmp|root|home|Users)\//m);
});

test.each(documents)("%s names only scripts that npm can run", (path) => {
  const asked = [...read(path).matchAll(/npm run ([\w-]+)/g)].map(([, name]) => name);
  expect(asked.filter((name) => !(name in named.scripts))).toEqual([]);
});

test("decisions are numbered in order, each once, and bear their number", () => {
  expect(decisions.map((name) => Number(name.slice(0, 4)))).toEqual(decisions.map((_, at) => at + 1));
  for (const name of decisions)
    expect(read(`docs/decisions/${name}`)).toMatch(new RegExp(`^# ${name.slice(0, 4)} \\S`));
});

test("the architecture fits on two screens", () => {
  expect(read("docs/architecture.md").split("\n").length).toBeLessThan(100);
});
