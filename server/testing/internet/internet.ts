import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { createServer as createTcpServer, type Socket } from "node:net";
import type { Fetch } from "@/server/http/fetch";
import { makeGuardedFetch } from "@/server/http/make-guarded-fetch";
import { testGround } from "@/server/http/test-internet";
import { admit, schemeOf } from "./destination";
import type { Zone } from "./name-server";
import { play } from "./play";
import { bindBoth } from "./ports";
import type { Site } from "./site";

/** A request that the fake internet got, in the order of arrival; `at` is in milliseconds since 1970. */
export type Asked = { method: string; url: string; headers: Readonly<Record<string, string | undefined>>; at: number };

/** A fake internet that runs: `fetch` is the real guarded fetch, led here; `environment` leads a whole process here. */
export type Internet = {
  fetch: Fetch;
  setting: string;
  environment: { IMPRIMATUR_TEST_INTERNET: string; IMPRIMATUR_TEST_MODE: "on"; SITE_URL: string };
  port: number;
  requests: Asked[];
  close(): Promise<void>;
};

/**
 * Plays all these hosts on one port of loopback, over http and https alike, and their DNS on the same port. A host that
 * is not among them has no name there, as a mistyped one has none. `port` 0 takes any.
 */
export async function startInternet(sites: readonly Site[], port = 0): Promise<Internet> {
  const hosts = new Map(sites.map((site) => [site.host, site]));
  const requests: Asked[] = [];
  const web = webOf(hosts, requests);
  const open = new Set<Socket>();
  const gateway = createTcpServer((socket) => {
    open.add(socket);
    socket.once("close", () => open.delete(socket));
    socket.on("error", () => {});
    admit(socket, web);
  });
  const bound = await bindBoth(gateway, zoneOf(hosts), port);
  const setting = `127.0.0.1:${bound.port}`;
  const ground = { ...testGround({ port: bound.port }), ports: new Set([80, 443]), agent: "Imprimatur/1.0 (test)" };
  return {
    fetch: makeGuardedFetch(ground),
    setting,
    environment: {
      IMPRIMATUR_TEST_INTERNET: setting,
      IMPRIMATUR_TEST_MODE: "on",
      SITE_URL: "http://localhost:3000",
    },
    port: bound.port,
    requests,
    close: async () => {
      for (const socket of open) socket.destroy();
      await Promise.all([new Promise((resolve) => gateway.close(resolve)), bound.stopNames()]);
    },
  };
}

function webOf(hosts: ReadonlyMap<string, Site>, requests: Asked[]): Server {
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    const url = new URL(request.url ?? "/", `${schemeOf(request.socket)}//${request.headers.host}`);
    const headers = Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [name, value?.toString()]),
    );
    const method = request.method ?? "GET";
    requests.push({ method, url: url.href, headers, at: Date.now() });
    void play(hosts.get(url.hostname), { method, url, headers }, response);
  });
  server.on("clientError", (_, socket) => socket.destroy());
  return server;
}

/** Sites live at one public address that nothing ever connects to; their own word goes before. */
const zoneOf =
  (hosts: ReadonlyMap<string, Site>): Zone =>
  (name) => {
    const site = hosts.get(name);
    return site === undefined ? null : { addresses: site.addresses ?? ["93.184.215.14"] };
  };
