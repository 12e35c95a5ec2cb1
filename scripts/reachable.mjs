import { connect } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { isPortFree } from "./ports.mjs";
import { Refusal } from "./refusal.mjs";

/** The port to serve on, from PORT: refused where it is no port or another program has it. */
export async function portToServe({ wasKilled = false } = {}) {
  const wanted = process.env.PORT || "3000";
  const port = Number(wanted);
  if (!/^\d+$/.test(wanted) || port < 1 || port > 65_535)
    throw new Refusal(`PORT is “${wanted}”: it must be a number from 1 to 65535.`);
  // The servers of a killed launcher end themselves, but not in the same instant.
  const deadline = Date.now() + (wasKilled ? 5_000 : 0);
  while (!(await isPortFree(port))) {
    if (Date.now() >= deadline)
      throw new Refusal(
        `Port ${port} is taken: end the program there, or choose another with PORT=${port < 65_535 ? port + 1 : 3000}.`,
      );
    await pause(100);
  }
  return port;
}

/** Whether anybody listens where DATABASE_URL points: asked before the slow steps, without any package. */
export async function checkDatabaseUrl(url) {
  const { protocol, hostname, port, searchParams } = parse(url);
  if (!/^postgres(ql)?:$/.test(protocol)) throw new Refusal("DATABASE_URL must begin with postgresql://.");
  if (hostname === "" || searchParams.has("host")) return;
  const host = hostname.replace(/^\[|\]$/g, "");
  const failure = await connectionFailure(host, Number(port || 5432));
  if (failure)
    throw new Refusal(`The database of DATABASE_URL does not answer at ${hostname}:${port || 5432} (${failure}).`);
}

function parse(url) {
  try {
    return new URL(url);
  } catch {
    throw new Refusal("DATABASE_URL is not a URL like postgresql://name:password@host:5432/database.");
  }
}

function connectionFailure(host, port) {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 5_000 });
    socket.on("connect", () => resolve(socket.destroy() && undefined));
    socket.on("timeout", () => resolve(socket.destroy() && "no answer within 5 seconds"));
    socket.on("error", (error) => resolve(error.code ?? error.errors?.[0]?.code ?? error.message));
  });
}
