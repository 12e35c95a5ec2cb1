import { createServer } from "node:net";

/** A port of the loopback interface that nobody listens on: the wanted one where it is free. */
export async function freePort(wanted = 0) {
  const wantedIsFree = wanted > 0 && (await tryListening(wanted)) !== undefined;
  return wantedIsFree ? wanted : await tryListening(0);
}

/** Whether a web server could listen on this port, on all interfaces as `next start` does. */
export async function isPortFree(port) {
  const answers = [await tryListening(port, "127.0.0.1"), await tryListening(port, "::")];
  return answers.every((answer) => answer !== undefined);
}

function tryListening(port, host = "127.0.0.1") {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(undefined));
    server.listen({ port, host, exclusive: true }, () => {
      const { port: bound } = server.address();
      server.close(() => resolve(bound));
    });
  });
}
