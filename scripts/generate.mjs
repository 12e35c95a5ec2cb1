import { ensureGenerated } from "./prisma-client.mjs";
import { refusingPlainly } from "./refusal.mjs";

await refusingPlainly(ensureGenerated);
