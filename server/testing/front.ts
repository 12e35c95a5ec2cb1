import { mkdtempSync, rmSync } from "node:fs";
import type { RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { acceptForwarded } from "@/server/front/forwarded";
import { makeFront } from "@/server/front/front";
import { makeReaders } from "@/server/front/readers";

/** The readers' server as the product has it, with the server behind it, at a port of 127.0.0.1; both in this thread. */
export async function startFront(desk: RequestListener): Promise<{ port: number; close: () => void }> {
  const home = mkdtempSync(join(tmpdir(), "imprimatur-front-"));
  const behind = join(home, "desk");
  const front = makeFront(desk);
  acceptForwarded(front);
  const readers = makeReaders(behind);
  await new Promise<void>((up) => front.listen(behind, up));
  await new Promise<void>((up) => readers.listen(0, "127.0.0.1", up));
  return {
    port: (readers.address() as AddressInfo).port,
    close: () => {
      readers.close();
      front.closeAllConnections();
      front.close();
      rmSync(home, { recursive: true, force: true });
    },
  };
}
