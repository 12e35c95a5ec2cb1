import { z } from "zod";

const days = z.int().min(1).max(365);

/**
 * What the house decided about checking: how often addresses are looked at (days), how politely (milliseconds between
 * two requests to one host), what is kept of them, and what readers are told. Every field has a default.
 */
export const CheckingSettings = z.strictObject({
  /** Off, and nothing is looked at unless somebody asks. */
  enabled: z.boolean().default(true),
  /** Days between two looks at an address that answers, and at one that fails. */
  aliveDays: days.default(7),
  failingDays: days.default(3),
  /** Days that a host has to be away, seen in three looks at least, before its addresses count as dead. */
  awayDays: days.default(30),
  hostPauseMs: z.int().min(100).max(600_000).default(5_000),
  /** Copies: none are taken while off. */
  capture: z.boolean().default(true),
  /** The largest body that is kept, in bytes. */
  captureBytes: z.int().min(10_000).max(2_097_152).default(2_097_152),
  /** How many of the newest copies of a source are kept, besides those that something rests on. */
  keepCaptures: z.int().min(1).max(1000).default(5),
  /** Which state of a source readers are told of: none, or that it is no longer at its address. */
  readerNotice: z.enum(["off", "lost"]).default("lost"),
});
export type CheckingSettings = z.infer<typeof CheckingSettings>;

/** The settings of a house that has decided nothing. */
export const defaultChecking: CheckingSettings = CheckingSettings.parse({});
