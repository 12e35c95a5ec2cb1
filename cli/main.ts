import type { Command } from "./command";

/** A row of the help, and the way to the subcommand, which is loaded when it is called: `check` needs no database. */
type Row = { usage: string; summary: string; load: () => Promise<Command> };

const rows: Readonly<Record<string, Row>> = {
  check: {
    usage: "check FILE [--references FILE]… [--style NAME] [--json]",
    summary: "say what a draft holds and what keeps it from being published",
    load: async () => (await import("./check")).check,
  },
  "import-retractions": {
    usage: "import-retractions FILE",
    summary: "take in a list of retractions (the Retraction Watch CSV)",
    load: async () => (await import("./import-retractions")).importRetractions,
  },
  export: {
    usage: "export --format NAME [--article SLUG] [--out FILE]",
    summary: "write the library or an article's references as a bibliography",
    load: async () => (await import("./export")).exportFile,
  },
  import: {
    usage: "import FILE [--format NAME] [--by EMAIL]",
    summary: "bring a bibliography into the library",
    load: async () => (await import("./import")).importFile,
  },
  key: {
    usage: "key list | key replace THUMBPRINT",
    summary: "list the keys of receipts, or have another sign from now on",
    load: async () => (await import("./key")).key,
  },
  user: {
    usage: "user list | add | reset",
    summary: "list the people, add one, make a link for a new password",
    load: async () => (await import("./user")).user,
  },
  verify: {
    usage: "verify",
    summary: "check that nobody rewrote the history",
    load: async () => (await import("./verify")).verify,
  },
  "verify-receipt": {
    usage: "verify-receipt FILE|URL [--key KEY]",
    summary: "check the receipt of an edition without trusting the site that it is from",
    load: async () => (await import("./verify-receipt")).verifyReceiptAt,
  },
};

/** Runs `imprimatur <subcommand> …` and answers the exit code; 2 means that it was called wrongly. */
export async function main(args: readonly string[]): Promise<number> {
  const [name = "", ...rest] = args;
  const row = Object.hasOwn(rows, name) ? rows[name] : undefined;
  if (row) return (await row.load()).run(rest);
  const asked = ["", "help", "--help", "-h"].includes(name);
  if (asked) process.stdout.write(help());
  else process.stderr.write(`imprimatur: there is no subcommand “${name}”.\n\n${help()}`);
  return asked && name !== "" ? 0 : 2;
}

function help(): string {
  const width = Math.max(...Object.values(rows).map(({ usage }) => usage.length));
  const lines = Object.values(rows).map(({ usage, summary }) => `  imprimatur ${usage.padEnd(width)}  ${summary}\n`);
  return `Usage:\n${lines.join("")}`;
}
