import { requireNode } from "./node-version.mjs";

requireNode();
// Loaded only now: an old Node could not even read the rest.
import("./test-run.mjs").then(({ main }) => main(process.argv.slice(2)));
