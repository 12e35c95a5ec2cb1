import { type AddressInfo, createServer, type Server } from "node:net";

/** Servers on these addresses, all on one port, that count who comes. One that this machine does not have is left out. */
export async function startCanaries(addresses: readonly string[], wanted = 0): Promise<Canaries> {
  const visits: string[] = [];
  const servers: Server[] = [];
  let port = wanted;
  for (const address of addresses) {
    const server = createServer((socket) => {
      visits.push(address);
      socket.on("error", () => {});
      socket.end("HTTP/1.1 200 OK\r\ncontent-length: 6\r\nconnection: close\r\n\r\nsecret");
    });
    const listening = await new Promise<boolean>((resolve) => {
      server.once("error", () => resolve(false));
      server.listen(port, address, () => resolve(true));
    });
    if (!listening) continue;
    port = (server.address() as AddressInfo).port;
    servers.push(server);
  }
  const close = async () => {
    for (const server of servers) await new Promise((resolve) => server.close(resolve));
  };
  return { port, visits, close };
}

export type Canaries = { port: number; visits: string[]; close(): Promise<void> };
