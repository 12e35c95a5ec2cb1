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

/** Lets the roles that the migrations made sign in with their passwords; says which SQL to run where the owner may not. */
export async function ensureRoles(ownerUrl, urls) {
  for (const url of [urls.app, urls.reader]) {
    if (await canSignIn(url)) continue;
    await letSignIn(ownerUrl, url);
    if (!(await canSignIn(url))) {
      throw new Refusal(
        `The role ${new URL(url).username} cannot sign in at ${placeOf(url)}: allow it in the server's pg_hba.conf.`,
      );
    }
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
    // 28000: may not sign in at all; 28P01: not with this password. Anything else is no question of roles.
    if (error.code === "28000" || error.code === "28P01") return false;
    throw new Refusal(`The database at ${placeOf(url)} cannot be used: ${error.message}.`);
  }
}

async function letSignIn(ownerUrl, url) {
  const { username, password } = new URL(url);
  await onDatabase(ownerUrl, async (client) => {
    // Two machines that start at once would otherwise alter the same row at once, which Postgres refuses.
    await client.query("select pg_advisory_lock(hashtext('imprimatur roles'))");
    const role = client.escapeIdentifier(decodeURIComponent(username));
    const { rowCount } = await client.query("select from pg_roles where rolname = $1", [decodeURIComponent(username)]);
    const verb = rowCount === 0 ? "CREATE" : "ALTER";
    const statement = `${verb} ROLE ${role} LOGIN PASSWORD ${client.escapeLiteral(decodeURIComponent(password))}`;
    try {
      await client.query(statement);
    } catch (error) {
      if (error.code !== "42501") throw error;
      throw new Refusal(`The account of DATABASE_URL may not manage roles; let one that may run: ${statement};`);
    }
  });
}
