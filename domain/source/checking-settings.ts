import { z } from "zod";

/** A whole number between two bounds, refused in words. */
const between = (least: number, most: number, unit: string) => {
  const message = `It takes ${least.toLocaleString("en-GB")} to ${most.toLocaleString("en-GB")} ${unit}.`;
  return z.int({ message }).min(least, { message }).max(most, { message });
};
const days = between(1, 365, "days");

/**
 * What the house decides about checking: how often addresses are looked at (days), how politely (milliseconds between
 * two requests to one host), what is kept of them, and what readers are told.
 */
export const CheckingSettings = z.strictObject({
  /** Off, and nothing is looked at unless somebody asks. */
  enabled: z.boolean(),
  /** Days between two looks at an address that answers, and at one that fails. */
  aliveDays: days,
  failingDays: days,
  /** Days that a host has to be away, seen in three looks at least, before its addresses count as dead. */
  awayDays: days,
  hostPauseMs: between(100, 600_000, "milliseconds"),
  /** Copies: none are taken while off. */
  capture: z.boolean(),
  /** The largest body that is kept, in bytes. */
  captureBytes: between(10_000, 2_097_152, "bytes"),
  /** How many of the newest copies of a source are kept, besides those that something rests on. */
  keepCaptures: between(1, 1000, "copies"),
  /** Whether readers are told under a source that it is not at its address any more, or was retracted. */
  readerNotice: z.boolean(),
});
export type CheckingSettings = z.infer<typeof CheckingSettings>;

/** The settings of a house that has decided nothing. */
export const defaultChecking: CheckingSettings = {
  enabled: true,
  aliveDays: 7,
  failingDays: 3,
  awayDays: 30,
  hostPauseMs: 5_000,
  capture: true,
  captureBytes: 2_097_152,
  keepCaptures: 5,
  readerNotice: true,
};

/** Stored settings, with the defaults for what an older version did not know; what cannot be read counts as undecided. */
export function readChecking(stored: unknown): CheckingSettings {
  const known = typeof stored === "object" && stored !== null ? stored : {};
  const parsed = CheckingSettings.safeParse({ ...defaultChecking, ...known });
  return parsed.success ? parsed.data : defaultChecking;
}
