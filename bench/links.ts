import { systemActor } from "@/domain/access/policy";
import type { Fetch } from "@/server/http/fetch";
import { createTestDatabase } from "@/server/testing/database";

/**
 * Looks at so many addresses (10,000, or LINKS) of a tenth as many hosts with four workers of eight, each answer 20 to 80
 * ms away, and sees that no host is asked two things at once, nor sooner than its pace allows.
 */
async function bench(): Promise<void> {
  const links = Number(process.env["LINKS"] ?? 10_000);
  const hosts = Math.max(1, Math.round(links / 10));
  const database = await createTestDatabase();
  Object.assign(process.env, {
    DATABASE_URL: database.ownerUrl,
    DATABASE_APP_URL: database.appUrl,
    DATABASE_POOL: "24",
  });
  const { db } = await import("@/server/db");
  const { checkLinks } = await import("@/server/commands/source/check-links");
  const { newId } = await import("@/server/db/ids");
  const { defaultChecking } = await import("@/domain/source/checking-settings");
  try {
    const author = newId();
    await db.user.create({
      data: { id: author, email: "bench@example.org", name: "Bench", passwordHash: "-", roles: ["editor"] },
    });
    const value = { ...defaultChecking, hostPauseMs: 100 };
    await db.setting.create({ data: { name: "checking", value } });
    await db.$executeRaw`
      insert into source (id, record, type, title, created_by)
      select gen_random_uuid(), jsonb_build_object('type', 'webpage', 'title', 'Page ' || n, 'URL', 'https://h' || n % ${hosts} || '.example/' || n),
        'webpage', 'Page ' || n, ${author}::uuid
      from generate_series(1, ${links}::int) n`;
    await db.$executeRaw`
      insert into source_link (source_id, url, host, state)
      select id, record ->> 'URL', substring(record ->> 'URL' from '//([^/]+)'), 'unchecked' from source`;
    const { fetch, seen } = internet();
    const started = performance.now();
    let looked = 0;
    const worker = async () => {
      while (looked < links) {
        const { abreast, time } = { abreast: 8, time: 60_000 };
        const answer = await checkLinks(fetch, { abreast, time }).run(systemActor, {});
        looked += answer.ok ? answer.value.looked : 0;
        await new Promise((resume) => setTimeout(resume, 100));
      }
    };
    await Promise.all(Array.from({ length: 4 }, worker));
    const seconds = (performance.now() - started) / 1000;
    const kept = await db.linkCheck.count();
    console.log(
      `${looked.toLocaleString("en")} addresses of ${hosts.toLocaleString("en")} hosts in ${seconds.toFixed(0)} s (${(looked / seconds).toFixed(0)} a second), ${kept.toLocaleString("en")} looks kept`,
    );
    console.log(
      `two requests to one host at once: ${seen.overlaps} (aim: 0); shortest pause after a page: ${seen.shortest.toFixed(0)} ms (aim: 1,900 at least)`,
    );
    if (seen.overlaps > 0 || seen.shortest < 1_900 || kept !== looked) process.exitCode = 1;
  } finally {
    await db.$disconnect();
    await database.drop();
  }
}

/** Hosts that answer after a while, and what was wrong with how they were asked. */
function internet(): { fetch: Fetch; seen: { overlaps: number; shortest: number } } {
  const busy = new Set<string>();
  const free = new Map<string, number>();
  const seen = { overlaps: 0, shortest: Number.POSITIVE_INFINITY };
  const body = new TextEncoder().encode("The bridge cost the town more than its ferries. ".repeat(30));
  const fetch: Fetch = async (url) => {
    const { host, pathname } = new URL(url);
    if (busy.has(host)) seen.overlaps++;
    const before = free.get(host);
    if (before !== undefined) seen.shortest = Math.min(seen.shortest, performance.now() - before);
    busy.add(host);
    await new Promise((resume) => setTimeout(resume, 20 + Math.random() * 60));
    busy.delete(host);
    const robots = pathname === "/robots.txt";
    if (!robots) free.set(host, performance.now());
    const value = { status: robots ? 404 : 200, headers: { "content-type": "text/plain" }, body, url, redirects: [] };
    return { ok: true, value: { ...value, durationMs: 50 } };
  };
  return { fetch, seen };
}

await bench();
