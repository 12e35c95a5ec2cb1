import { recordPandoc } from "@/cli/pandoc/record";

/** Holds our reference lists against those of the pandoc that is installed: agreement by entry, and why entries differ. */
process.exitCode = await recordPandoc({ report: !process.argv.includes("--record") });
process.stdout.write("", () => process.exit());
