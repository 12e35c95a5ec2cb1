import { requireNode } from "./node-version.mjs";

requireNode();
// Loaded only now: an old Node could not even read the rest.
import("./launch.mjs").then(({ main }) => main({ dev: process.argv.includes("--dev") }));
