import pg from "pg";
import { type DatabaseRole, databaseUrl } from "./urls";

/**
 * What can be listened to, and as whom: `imprimatur` tells every event, `imprimatur_people` who has which article open,
 * `imprimatur_pages` the path of every page that was written or taken away.
 */
const roleOf = { imprimatur: "app", imprimatur_people: "app", imprimatur_pages: "reader" } as const;
export type Channel = keyof typeof roleOf;

/** `resumed` is called after the connection was lost: what was told in between was not heard. */
export type Listener = { hear: (payload: string) => void; resumed: () => void };

type Hub = {
  role: DatabaseRole;
  listeners: Map<Channel, Set<Listener>>;
  client: pg.Client | null;
  opening: Promise<void> | null;
};

declare global {
  var imprimaturHubs: Map<DatabaseRole, Hub> | undefined;
}

/**
 * Listens over the one connection that this process keeps for the channel's role; once the promise is kept, nothing is
 * missed. Answers how to stop; the connection closes with the last listener.
 */
export async function listen(channel: Channel, listener: Listener): Promise<() => void> {
  const hub = hubOf(roleOf[channel]);
  hub.listeners.get(channel)?.add(listener);
  const stop = () => {
    hub.listeners.get(channel)?.delete(listener);
    if (isIdle(hub)) close(hub);
  };
  try {
    await connected(hub);
  } catch (error) {
    stop();
    throw error;
  }
  return stop;
}

function hubOf(role: DatabaseRole): Hub {
  const hubs = (globalThis.imprimaturHubs ??= new Map());
  const known = hubs.get(role);
  if (known) return known;
  const own = channels.filter((channel) => roleOf[channel] === role);
  const fresh: Hub = {
    role,
    listeners: new Map(own.map((channel) => [channel, new Set()])),
    client: null,
    opening: null,
  };
  hubs.set(role, fresh);
  return fresh;
}

const channels: readonly Channel[] = ["imprimatur", "imprimatur_people", "imprimatur_pages"];

function connected(hub: Hub): Promise<void> {
  if (hub.client) return Promise.resolve();
  hub.opening ??= open(hub).finally(() => {
    hub.opening = null;
  });
  return hub.opening;
}

async function open(hub: Hub): Promise<void> {
  const client = new pg.Client({
    connectionString: databaseUrl(hub.role),
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
    application_name: "imprimatur listen",
  });
  const lost = () => void recover(hub, client);
  client.on("error", lost);
  client.on("end", lost);
  client.on("notification", ({ channel, payload = "" }) => {
    const known = channels.find((one) => one === channel);
    if (known) for (const listener of hub.listeners.get(known) ?? []) listener.hear(payload);
  });
  try {
    await client.connect();
    for (const channel of hub.listeners.keys()) await client.query(`listen ${channel}`);
  } catch (error) {
    await client.end().catch(() => undefined);
    throw error;
  }
  hub.client = client;
  beat(hub, client);
  if (isIdle(hub)) close(hub);
}

/** A connection that a network took away silently is noticed by asking. */
function beat(hub: Hub, client: pg.Client): void {
  const timer = setTimeout(async () => {
    if (hub.client !== client) return;
    const late = new Promise<false>((answer) => setTimeout(() => answer(false), 5_000).unref());
    const alive = await Promise.race([client.query("select 1").then(() => true), late]).catch(() => false);
    if (alive) beat(hub, client);
    else await recover(hub, client);
  }, 15_000);
  timer.unref();
}

async function recover(hub: Hub, client: pg.Client): Promise<void> {
  if (hub.client !== client) return;
  hub.client = null;
  void client.end().catch(() => undefined);
  for (let wait = 100; !isIdle(hub); wait = Math.min(wait * 2, 5_000)) {
    try {
      await connected(hub);
      for (const group of hub.listeners.values()) for (const listener of group) listener.resumed();
      return;
    } catch {
      // Postgres is away; it is asked again until it is back or nobody listens any more.
      await new Promise((resume) => setTimeout(resume, wait));
    }
  }
}

function close(hub: Hub): void {
  const { client } = hub;
  hub.client = null;
  void client?.end().catch(() => undefined);
}

const isIdle = (hub: Hub): boolean => [...hub.listeners.values()].every((group) => group.size === 0);
