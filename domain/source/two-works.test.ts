import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { identityKeys, keyText } from "./identity";
import { likelySame } from "./likeness";
import type { SourceRecord } from "./record";

const path = fileURLToPath(new URL("fixtures/two-works.txt", import.meta.url));

/** The pairs of the list, each a field of two records. */
const pairs = readFileSync(path, "utf8")
  .split(/^# /mu)
  .slice(1)
  .flatMap((part) => {
    const [head = "", ...lines] = part.trim().split("\n");
    const field = head.replace(/:.*$/u, "");
    return lines.map((line) => line.split(" | ").map((value) => recordWith(field, value)));
  });

function recordWith(field: string, value: string): SourceRecord {
  return { type: "report", title: `At ${field} ${value}`, [field]: value };
}

/** Parts and wholes, and one numeral in two schemes. */
const mixed: [Partial<SourceRecord>, Partial<SourceRecord>][] = [
  ...(["chapter", "entry", "paper-conference", "article-journal", "review-book"] as const).flatMap(
    (type): [Partial<SourceRecord>, Partial<SourceRecord>][] => [
      [
        { type, ISBN: "9780306406157" },
        { type: "book", ISBN: "9780306406157" },
      ],
      [
        { type, ISBN: "9780306406157", page: "1-9" },
        { type, ISBN: "9780306406157", page: "10-19" },
      ],
    ],
  ),
  [{ PMID: "31452104" }, { PMCID: "PMC31452104" }],
  [{ PMID: "31452104" }, { number: "31452104" }],
  [{ PMID: "306406152" }, { ISBN: "0306406152" }],
  [{ DOI: "10.1000/2101.00001" }, { number: "arXiv:2101.00001" }],
  [{ DOI: "10.1000/182" }, { URL: "https://halden.example/10.1000/182" }],
  [{ ISSN: "0028-0836" }, { ISSN: "0028-0836" }],
  [{ number: "PMC100" }, { PMCID: "PMC100" }],
];

test("works that only look alike are never joined, in more than 200 pairs", () => {
  const all: (readonly Partial<SourceRecord>[])[] = [...pairs, ...mixed];
  expect(all.length).toBeGreaterThan(200);
  const joined = all.filter(([one, other]) => {
    const [left, right] = [one, other].map((record) =>
      identityKeys({ type: "report", title: "Links", ...record }).map(keyText),
    );
    return left?.some((key) => right?.includes(key));
  });
  expect(joined).toEqual([]);
});

test("nor are they shown as likely the same where their titles differ by a figure", () => {
  const years = [2019, 2020, 2021].map(
    (year): SourceRecord => ({
      type: "report",
      title: `The state of the links in ${year}`,
      author: [{ literal: "Halden Institute" }],
      issued: { "date-parts": [[2021]] },
    }),
  );
  expect(
    years.flatMap((one) => years.map((other) => (one === other ? null : likelySame(one, other)))).filter(Boolean),
  ).toEqual([]);
});
