import { expect, test } from "vitest";
import { nextStep } from "./next-step";

const may = {
  edit: true,
  comment: true,
  submit: true,
  withdraw: true,
  approve: true,
  publish: true,
  schedule: true,
  unschedule: true,
  retract: true,
  withdrawByLaw: false,
};
const facts = { state: "writing", blockers: 0, openComments: 0, unchanged: false, may } as const;

test("a draft with blockers cannot be submitted, and the button counts them", () =>
  expect(nextStep({ ...facts, blockers: 16 })).toEqual({
    kind: "submit",
    label: "Submit · 16 blockers left",
    blocked: "Blockers come first.",
  }));

test("an open comment alone does not keep a draft from the reviewers", () =>
  expect(nextStep({ ...facts, blockers: 1, openComments: 1 }).blocked).toBeNull());

test("a mended draft is simply submitted", () =>
  expect(nextStep(facts)).toEqual({ kind: "submit", label: "Submit for review", blocked: null }));

test("a text that is published as it stands has nothing to submit", () =>
  expect(nextStep({ ...facts, unchanged: true }).blocked).not.toBeNull());

test("who does not review waits while others do", () =>
  expect(nextStep({ ...facts, state: "in_review", may: { ...may, approve: false } }).kind).toBe("wait"));

test("an approved draft is published", () => expect(nextStep({ ...facts, state: "approved" }).blocked).toBeNull());

test("an open comment keeps an approved draft from readers", () =>
  expect(nextStep({ ...facts, state: "approved", blockers: 1, openComments: 1 }).label).toBe(
    "Publish · 1 blocker left",
  ));
