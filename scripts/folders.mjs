import { fileURLToPath } from "node:url";
import { join } from "node:path";

/** The folder of this clone. */
export const root = fileURLToPath(new URL("..", import.meta.url)).replace(/\/$/, "");

/** What this install keeps and the repository does not: database, secrets, notes of what was built. */
export const dataFolder = join(root, ".data");
