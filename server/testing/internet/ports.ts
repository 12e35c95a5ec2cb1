import type { AddressInfo, Server } from "node:net";
import { startNameServer, type Zone } from "./name-server";

/** Binds a TCP server and a name server to the same port of loopback; where any port will do, tries until both fit. */
export async function bindBoth(
  server: Server,
  zone: Zone,
  wanted: number,
): Promise<{ port: number; stopNames: () => Promise<void> }> {
  for (let tries = 0; ; tries++) {
    await listen(server, wanted);
    const { port } = server.address() as AddressInfo;
    try {
      const names = await startNameServer(zone, port);
      return { port, stopNames: names.close };
    } catch (error) {
      await new Promise((resolve) => server.close(resolve));
      if (wanted !== 0 || tries === 20) throw error;
    }
  }
}

const listen = (server: Server, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      server.off("error", reject);
      resolve();
    });
  });
