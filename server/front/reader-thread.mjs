/** A thread of its own knows no TypeScript until it is told: what the process was started with does not reach it. */
import { register } from "tsx/esm/api";

register();
await import("./listening.ts");
