import { createHmac } from "node:crypto";
import { onDatabase, placeOf } from "./database.mjs";
import { Refusal } from "./refusal.mjs";

/**
 * The connections of the app and the reader: as given by DATABASE_APP_URL and DATABASE_READER_URL, else the owner's
 * with another name and a password that every machine with the same DATABASE_URL works out alike.
 */
export function roleUrls(ownerUrl, environment = process.env) {
  return {
    app: environment.DATABASE_APP_URL || derivedUrl(ownerUrl, "imprimatur_app", environment),
    reader: environment.DATABASE_READER_URL || derivedUrl(ownerUrl, "imprimatur_reader", environment),
  };
}

/** Lets both roles sign in with their passwords, making them where they are missing; says which SQL to run where the owner may not. */
export async function ensureRoles(ownerUrl, urls) {
  const strangers = [];
  for (const url of [urls.app, urls.reader]) {
    if (!(await canSignIn(url))) strangers.push(url);
  }
  if (strangers.length === 0) return;
  await letSignIn(ownerUrl, strangers);
  for (const url of strangers) {
    if (await canSignIn(url)) continue;
    throw new Refusal(
      `The role ${new URL(url).username} cannot sign in at ${placeOf(url)}: allow it in the server's pg_hba.conf.`,
    );
  }
}

function derivedUrl(ownerUrl, role, environment) {
  const url = new URL(ownerUrl);
  const key = environment.IMPRIMATUR_SECRET || decodeURIComponent(url.password) || environment.NEXTAUTH_SECRET;
  if (!key)
    throw new Refusal(
      "DATABASE_URL has no password to derive the app's from: set IMPRIMATUR_SECRET, the same on every machine.",
    );
  url.username = role;
  url.password = createHmac("sha256", key).update(role).digest("hex");
  return url.href;
}

async function canSignIn(url) {
  try {
    await onDatabase(url, (client) => client.query("select 1"));
    return true;
  } catch (error) {
    // 28000: may not sign in at all; 28P01: not with this password. 42501: signed in, and the migrations will open the door.
    if (error.code === "28000" || error.code === "28P01") return false;
    if (error.code === "42501") return true;
    throw new Refusal(`The database at ${placeOf(url)} cannot be used: ${error.message}.`);
  }
}

async function letSignIn(ownerUrl, urls) {
  await onDatabase(ownerUrl, async (client) => {
    // Two machines that start at once would otherwise alter the same row at once, which Postgres refuses.
    await client.query("select pg_advisory_lock(hashtext('imprimatur roles'))");
    const statements = [];
    for (const url of urls) statements.push(await statementFor(client, new URL(url)));
    try {
      for (const statement of statements) await client.query(statement);
    } catch (error) {
      if (error.code !== "42501") throw error;
      const sql = statements.join("; ");
      throw new Refusal(`The account of DATABASE_URL may not manage roles; let one that may run: ${sql};`);
    }
  });
}

async function statementFor(client, { username, password }) {
  const role = decodeURIComponent(username);
  const { rowCount } = await client.query("select from pg_roles where rolname = $1", [role]);
  const secret = client.escapeLiteral(decodeURIComponent(password));
  return `${rowCount === 0 ? "CREATE" : "ALTER"} ROLE ${client.escapeIdentifier(role)} LOGIN PASSWORD ${secret}`;
}
