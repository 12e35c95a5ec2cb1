import { spawn } from "node:child_process";
import { root } from "./folders.mjs";

/** Runs a program in the clone's folder and answers its exit code and all that it said. */
export function run(program, args, { env = process.env, onOutput = () => {} } = {}) {
  if (ending) return Promise.resolve({ code: 1, output: "", stdout: "" });
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: root, env, stdio: ["ignore", "pipe", "pipe"] });
    running.add(child);
    let output = "";
    let stdout = "";
    const hear = (chunk) => {
      output += chunk;
      onOutput(String(chunk));
    };
    child.stdout.setEncoding("utf8").on("data", (chunk) => {
      stdout += chunk;
      hear(chunk);
    });
    child.stderr.setEncoding("utf8").on("data", hear);
    child.on("error", (error) => hear(`${program}: ${error.message}\n`));
    child.on("close", (code) => {
      running.delete(child);
      resolve({ code: code ?? 1, output, stdout });
    });
  });
}

/** Ends whatever still runs and lets nothing else begin; for a person who pressed Ctrl-C. */
export function endCommands() {
  ending = true;
  for (const child of running) child.kill("SIGTERM");
}

const running = new Set();
let ending = false;

/** The last lines of what a program said, for a message about its failure. */
export function tail(output, lines = 30) {
  return output.trimEnd().split("\n").slice(-lines).join("\n");
}
