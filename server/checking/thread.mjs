// A thread's first file has to be plain JavaScript on Node 20; it loads the rest as the worker's process does.
import { register } from "tsx/esm/api";

register();
await import("./reading-thread.ts");
