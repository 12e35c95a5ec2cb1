import pg from "pg";
import { databaseUrl } from "./urls";

/** What can be listened to: `imprimatur` tells every event, `imprimatur_people` who has which article open. */
export const channels = ["imprimatur", "imprimatur_people"] as const;
export type Channel = (typeof channels)[number];

/** `resumed` is called after the connection was lost: what was told in between was not heard. */
export type Listener = { hear: (payload: string) => void; resumed: () => void };

type Hub = { listeners: Map<Channel, Set<Listener>>; client: pg.Client | null; opening: Promise<void> | null };

declare global {
  var imprimaturHub: Hub | undefined;
}

const hub: Hub = (globalThis.imprimaturHub ??= {
  listeners: new Map(channels.map((channel) => [channel, new Set()])),
  client: null,
  opening: null,
});

/**
 * Listens over the one connection that this process keeps for it; once the promise is kept, nothing is missed. Answers
 * how to stop; the connection closes with the last listener.
 */
export async function listen(channel: Channel, listener: Listener): Promise<() => void> {
  hub.listeners.get(channel)?.add(listener);
  const stop = () => {
    hub.listeners.get(channel)?.delete(listener);
    if (isIdle()) close();
  };
  try {
    await connected();
  } catch (error) {
    stop();
    throw error;
  }
  return stop;
}

function connected(): Promise<void> {
  if (hub.client) return Promise.resolve();
  hub.opening ??= open().finally(() => {
    hub.opening = null;
  });
  return hub.opening;
}

async function open(): Promise<void> {
  const client = new pg.Client({
    connectionString: databaseUrl("app"),
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
    application_name: "imprimatur listen",
  });
  const lost = () => void recover(client);
  client.on("error", lost);
  client.on("end", lost);
  client.on("notification", ({ channel, payload = "" }) => {
    const known = channels.find((one) => one === channel);
    if (known) for (const listener of hub.listeners.get(known) ?? []) listener.hear(payload);
  });
  try {
    await client.connect();
    for (const channel of channels) await client.query(`listen ${channel}`);
  } catch (error) {
    await client.end().catch(() => undefined);
    throw error;
  }
  hub.client = client;
  beat(client);
  if (isIdle()) close();
}

/** A connection that a network took away silently is noticed by asking. */
function beat(client: pg.Client): void {
  const timer = setTimeout(async () => {
    if (hub.client !== client) return;
    const late = new Promise<false>((answer) => setTimeout(() => answer(false), 5_000).unref());
    const alive = await Promise.race([client.query("select 1").then(() => true), late]).catch(() => false);
    if (alive) beat(client);
    else await recover(client);
  }, 15_000);
  timer.unref();
}

async function recover(client: pg.Client): Promise<void> {
  if (hub.client !== client) return;
  hub.client = null;
  void client.end().catch(() => undefined);
  for (let wait = 100; !isIdle(); wait = Math.min(wait * 2, 5_000)) {
    try {
      await connected();
      for (const group of hub.listeners.values()) for (const listener of group) listener.resumed();
      return;
    } catch {
      // Postgres is away; it is asked again until it is back or nobody listens any more.
      await new Promise((resume) => setTimeout(resume, wait));
    }
  }
}

function close(): void {
  const { client } = hub;
  hub.client = null;
  void client?.end().catch(() => undefined);
}

const isIdle = (): boolean => [...hub.listeners.values()].every((group) => group.size === 0);
