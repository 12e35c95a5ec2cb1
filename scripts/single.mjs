import { randomUUID } from "node:crypto";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { connect, createServer } from "node:net";
import { join } from "node:path";

/**
 * Only one launcher runs from a folder. It listens on a port of the loopback interface, noted in `running.json` with a
 * word that only it knows; who finds the note asks there, so that a note left by a killed launcher holds nobody up.
 * Answers `{ address }` of the one that runs, or `{ release, wasKilled }`.
 */
export async function onlyOne(home, address) {
  const file = join(home, "running.json");
  const note = read(file);
  if (note !== undefined && (await ask(note)) === note.word) return { address: note.address };
  const word = randomUUID();
  const server = createServer((socket) => socket.on("error", () => {}).end(word));
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  server.unref();
  mkdirSync(home, { recursive: true });
  writeFileSync(file, JSON.stringify({ address, port: server.address().port, word, pid: process.pid }), {
    mode: 0o600,
  });
  return { release: () => rmSync(file, { force: true }), wasKilled: note !== undefined };
}

function read(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}

function ask({ port }) {
  return new Promise((resolve) => {
    let answer = "";
    const socket = connect({ port, host: "127.0.0.1", timeout: 2_000 });
    socket.setEncoding("utf8").on("data", (chunk) => (answer += chunk));
    socket.on("timeout", () => socket.destroy());
    socket.on("error", () => resolve(undefined));
    socket.on("close", () => resolve(answer));
  });
}
