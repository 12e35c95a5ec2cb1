import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "vitest";

const program = fileURLToPath(new URL("./imprimatur.mjs", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "imprimatur-check-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Writes a draft and runs the program on it from another folder, as a person would. */
function run(name: string, bytes: string | Uint8Array, ...options: string[]) {
  writeFileSync(join(folder, name), bytes);
  return spawnSync(process.execPath, [program, "check", name, ...options], { cwd: folder, encoding: "utf8" });
}

const clean = "# The Well\n\nBy Ada Brink\n\nThe well is older than the village that was built around it.\n";

test("a draft without a hole is publishable, and the program says so with exit code 0", { timeout: 30_000 }, () => {
  const { status, stdout } = run("clean.md", clean);
  expect(stdout).toContain("Publishable");
  expect(status).toBe(0);
});

test("a draft with a lost citation is blocked, with its place and its fix, and exit code 1", {
  timeout: 30_000,
}, () => {
  const { status, stdout } = run("blocked.txt", "The Well\nBy Ada Brink\n\nIt was dug in 1204 .\n");
  expect(stdout).toContain("citation/missing");
  expect(stdout).toContain("It was dug in 1204");
  expect(stdout).not.toContain("\u001B[");
  expect(status).toBe(1);
});

test("programs get JSON of exactly the promised shape", { timeout: 30_000 }, () => {
  const { status, stdout } = run("blocked.md", `${clean}\nIt was dug in 1204 [1].\n`, "--json");
  const report = JSON.parse(stdout);
  expect(status).toBe(1);
  expect(report).toEqual({
    title: "The Well",
    standfirst: null,
    sections: [{ heading: null, words: expect.any(Number), citations: 1, holes: 1 }],
    references: [],
    ledger: {
      found: { citation: 1, link: 0, label: 0, reference: 0 },
      resolved: { citation: 0, link: 0, label: 0, reference: 0 },
      held: { citation: 1, link: 0, label: 0, reference: 0 },
    },
    findings: expect.arrayContaining([
      {
        rule: "citation/missing",
        severity: "blocker",
        section: null,
        excerpt: expect.stringContaining("1204"),
        message: expect.any(String),
        fingerprint: expect.any(String),
      },
    ]),
    lookedUp: false,
    publishable: false,
  });
});

const refused: readonly (readonly [string, string | Uint8Array, RegExp])[] = [
  ["latin1.txt", Uint8Array.of(0x63, 0x61, 0x66, 0xe9), /not UTF-8/],
  ["empty.txt", " \n\n ", /is empty/],
  ["binary.txt", "a\0b", /NUL/],
  ["huge.txt", "word ".repeat(1_100_000), /the most that is read is 5 MB/],
];

test.each(refused)("%s is refused in one clear line with exit code 2", { timeout: 30_000 }, (name, bytes, why) => {
  const { status, stdout, stderr } = run(name, bytes);
  expect(stderr.trim()).toMatch(why);
  expect(stderr.trim().split("\n")).toHaveLength(1);
  expect(stdout).toBe("");
  expect(status).toBe(2);
});

test("a file that is not there is refused with exit code 2", { timeout: 30_000 }, () => {
  const missing = spawnSync(process.execPath, [program, "check", "nowhere.txt"], { cwd: folder, encoding: "utf8" });
  expect(missing.stderr).toContain("There is no file nowhere.txt");
  expect(missing.status).toBe(2);
});

const bib = "@book{brandt, author={Brandt, Ilse}, title={The Tide Mills}, publisher={Harbour}, year=1987}\n";
const paper = "---\ntitle: Mills\nbibliography: paper.bib\n---\n\n# Summary\n\nA mill [@brandt] turns [@ghost].\n";

test("a paper is checked with its bibliography: keys with their places, and the list in APA", {
  timeout: 30_000,
}, () => {
  writeFileSync(join(folder, "paper.bib"), bib);
  const { status, stdout } = run("paper.md", paper, "--references", "paper.bib");
  expect(stdout).toContain("2 keys cited, 1 resolved, 1 unresolved");
  expect(stdout).toContain("in “Summary”, after “A mill turns");
  expect(stdout).toContain("Brandt, I. (1987). The tide mills. Harbour.");
  expect(status).toBe(1);
});

test("without --references the bibliography beside the paper is read; programs get all of it", {
  timeout: 30_000,
}, () => {
  const { stdout } = run("paper.md", paper, "--json");
  const { citing } = JSON.parse(stdout);
  expect(citing).toMatchObject({
    resolved: [{ key: "brandt" }],
    unresolved: [{ key: "ghost", places: [{ section: "Summary" }] }],
    style: "apa",
    list: [{ key: "brandt", text: "Brandt, I. (1987). The tide mills. Harbour." }],
  });
});

test("a bibliography outside of the paper's folder is read only where it is given", { timeout: 30_000 }, () => {
  const { status, stderr } = run("outside.md", paper.replace("paper.bib", "../other.bib"));
  expect(stderr).toContain("outside of its own folder");
  expect(status).toBe(2);
});

test("the help names every subcommand without a database", { timeout: 30_000 }, () => {
  const { status, stdout } = spawnSync(process.execPath, [program, "help"], { cwd: folder, encoding: "utf8" });
  for (const name of ["check FILE", "user", "verify"]) expect(stdout).toContain(`imprimatur ${name}`);
  expect(status).toBe(0);
});
