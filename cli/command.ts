/** A subcommand: its one line in the help, and what it does with its arguments; the answer is the exit code. */
export type Command = { usage: string; summary: string; run: (args: readonly string[]) => Promise<number> };
