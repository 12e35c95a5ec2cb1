import type { Command } from "./command";

/** Every subcommand, loaded when it is called, so that `check` needs no database. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  check: async () => (await import("./check")).check,
};

/** Runs `imprimatur <subcommand> …` and answers the exit code; 2 means that it was called wrongly. */
export async function main(args: readonly string[]): Promise<number> {
  const [name = "", ...rest] = args;
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (load) return (await load()).run(rest);
  const asked = name === "" || name === "help" || name === "--help" || name === "-h";
  const text = await help();
  if (asked) process.stdout.write(text);
  else process.stderr.write(`imprimatur: there is no subcommand “${name}”.\n\n${text}`);
  return asked && name !== "" ? 0 : 2;
}

async function help(): Promise<string> {
  const loaded = await Promise.all(Object.values(commands).map((load) => load()));
  const width = Math.max(...loaded.map(({ usage }) => usage.length));
  const lines = loaded.map(({ usage, summary }) => `  imprimatur ${usage.padEnd(width)}  ${summary}\n`);
  return `Usage:\n${lines.join("")}`;
}
