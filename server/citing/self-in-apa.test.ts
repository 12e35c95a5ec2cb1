import { expect, test } from "vitest";
import { selfRecord } from "@/domain/publishing/self-record";
import { format } from "./format";
import { selfInApa } from "./styles";
import { plain } from "./testing/works";

const site = { name: "The Saltmarsh", tagline: "", baseUrl: "https://saltmarsh.example" };
const printed = (title: string, byline: string) =>
  selfRecord(site, { title, byline, slug: "the-mill", number: 2, publishedAt: new Date("2026-11-23T09:30:00Z") });

const editions = [
  printed("The mill that runs on the moon", "By Ines Calder"),
  printed("Who owns the water? A history", "Ann Lee and Bo van Ek"),
  printed("A mill, and a moon", "Ann Lee, Bo Ek & Cy Ax"),
  printed("Tables: a reader's guide", ""),
  printed("“Look”, she said", "Redaktion"),
];

test("an article of ours is cited as APA cites it", { timeout: 20_000 }, async () => {
  const locale = "en-GB";
  const records = editions.map((record, index) => ({ reference: `e${index}`, record }));
  const request = { locale, records, citations: [], uncited: records.map(({ reference }) => reference) };
  const [ours, apa] = await Promise.all([
    format({ ...request, style: selfInApa() }),
    format({ ...request, style: "apa" }),
  ]);
  if (!ours.ok || !apa.ok) throw new Error("not formatted");
  const told = (all: typeof ours) =>
    new Map(all.value.bibliography.map(({ reference, runs }) => [reference, plain(runs)]));
  const byReference = ([one]: [string, string], [other]: [string, string]) => (one < other ? -1 : 1);
  expect([...told(ours)].toSorted(byReference)).toEqual([...told(apa)].toSorted(byReference));
});
