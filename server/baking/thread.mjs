// A thread's first file has to be plain JavaScript on Node 20; it loads the rest as the product's processes do.
import { register } from "tsx/esm/api";

register();
await import("./drawing-thread.ts");
