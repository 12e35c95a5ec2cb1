import { pino } from "pino";

/** What the person who runs the product should know, as lines of JSON on the standard output; `LOG_LEVEL` says how much. */
export const log = pino({ level: process.env["LOG_LEVEL"] || "info" });
