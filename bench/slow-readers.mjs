import { connect } from "node:net";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startProduct } from "./reader/product.mjs";

const slow = Number(process.argv[2]) || 1_000;
const rounds = 200;
const path = "/the-footnote-that-went-nowhere";
const aim = { timesP99: 5, milliseconds: 50 };

/**
 * How long others wait for a page while a thousand readers are slow: a third sends a letter of its request each second, a third
 * never ends it, a third asks for page after page and takes nothing of it.
 */
async function bench() {
  const folder = mkdtempSync(join(tmpdir(), "imprimatur-slow-"));
  const product = await startProduct(folder);
  try {
    const { hostname, port } = new URL(product.url);
    const before = await waits(product.url);
    const sockets = await Promise.all(Array.from({ length: slow }, (_, at) => begin(at, hostname, Number(port))));
    const during = await waits(product.url);
    const open = sockets.filter((socket) => !socket.destroyed).length;
    console.log(
      `  nobody slow: p99 ${before.toFixed(1)} ms; ${open} of ${slow} slow ones: p99 ${during.toFixed(1)} ms`,
    );
    console.log(
      `  (aim: at most ${aim.timesP99} times that, or ${aim.milliseconds} ms); memory ${product.memory().toFixed(0)} MB`,
    );
    for (const socket of sockets) socket.destroy();
    if (during > Math.max(aim.milliseconds, before * aim.timesP99)) process.exitCode = 1;
  } finally {
    await product.stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

const request = `GET ${path} HTTP/1.1\r\nHost: reader.example\r\n`;

function begin(at, hostname, port) {
  return new Promise((resolve) => {
    const socket = connect(port, hostname, () => {
      socket.pause();
      if (at % 3 === 2) for (let page = 0; page < 20; page++) socket.write(`${request}\r\n`);
      else socket.write(request);
      const drip = setInterval(() => (at % 3 === 0 && socket.writable ? socket.write("X") : undefined), 1_000);
      socket.on("close", () => clearInterval(drip));
      resolve(socket);
    });
    socket.on("error", () => resolve(socket));
  });
}

async function waits(url) {
  const took = [];
  for (let round = 0; round < rounds; round++) {
    const begun = performance.now();
    const answer = await fetch(url + path);
    await answer.arrayBuffer();
    if (answer.status !== 200) throw new Error(`answered ${answer.status}`);
    took.push(performance.now() - begun);
  }
  return took.sort((a, b) => a - b)[Math.floor(rounds * 0.99)] ?? 0;
}

await bench();
process.exit();
