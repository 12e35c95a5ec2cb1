import { config } from "zod";

// The desk's policy lets no words run as script, and a browser tells it as an error where a library only tries whether it may.
config({ jitless: true });
