import { expect, test } from "vitest";
import { claimIn } from "./claim";

test.each([
  ["About 38% of pages are gone.", "38%"],
  ["The fund raised $4.2 billion in a week.", "$4.2 billion"],
  ["They plan 600,000 units.", "600,000"],
  ["In 2019, 12 people lost their jobs.", "12"],
  ["Some 40 people came.", "40"],
  ["Prices doubled within a year.", "doubled"],
  ["Two thirds of them agreed.", "Two thirds"],
  ["Five million readers left.", "Five million"],
])("“%s” gives a figure", (sentence, words) => {
  expect(claimIn(sentence)).toEqual({ does: "gives a figure", words });
});

test.each([
  "The law of 2019 was repealed in 2023.",
  "On 3 May the court met, and on June 12, 2024 it ruled.",
  "In the 1990s nobody cared.",
  "Between 2010 and 2015, or 2010–2015, it grew.",
  "The chip is called H200, the older one 950DT, and the plan Made in China 2025.",
  "Windows 11 and Apollo 13 are names.",
  "See section 3 and Table 2.",
  "The 21st century began.",
  "One of the reasons is money.",
  "1. Write the text.",
  "The train left at 10:30.",
  "Version 2.0.1 is out.",
  "COVID-19 changed that.",
  "The sum is 1 when t = 0 and x + 2 otherwise.",
  "It was supported by grant 544236.",
])("“%s” gives none", (sentence) => {
  expect(claimIn(sentence)).toBeNull();
});

test.each([
  "“We will not be the ones to blink first,” the minister said.",
  'The report calls it "a slow erasure" of the record.',
  "The memo goes: “nobody knows where the pages went.”",
])("%s quotes somebody", (sentence) => {
  expect(claimIn(sentence)?.does).toBe("quotes somebody");
});

test.each([
  "The so-called “catalyst” never came.",
  "They watched “The Long Day Closes” again.",
  "A “soft” landing followed.",
])("%s does not", (sentence) => {
  expect(claimIn(sentence)).toBeNull();
});

test.each([
  "It is the largest archive in Europe.",
  "This is the world’s first library of links.",
  "It was the most expensive failure of the decade.",
  "Prices reached a record high.",
  "It is by now the country’s biggest employer.",
])("“%s” ranks something first", (sentence) => {
  expect(claimIn(sentence)?.does).toBe("ranks something first");
});

test.each([
  "It is one of the largest archives in Europe.",
  "It is among the oldest.",
  "Most of the pages are gone.",
  "These are the most commonly used words.",
  "At least nobody was hurt, and at best it was a draw.",
  "The latest version is out in the West.",
  "Is it the largest archive in Europe?",
])("“%s” does not", (sentence) => {
  expect(claimIn(sentence)).toBeNull();
});
