import { dataFolder } from "./folders.mjs";
import { secretsIn } from "./secrets.mjs";

/**
 * What the parts of the product are told through the environment. The owner's connection goes to what administers
 * (seed, command line), never to the servers, which have the connections of the app and the reader only.
 */
export function environments({ ownerUrl, roleUrls, address, home = dataFolder }) {
  const server = {
    ...process.env,
    DATABASE_URL: "",
    DATABASE_APP_URL: roleUrls.app,
    DATABASE_READER_URL: roleUrls.reader,
    IMPRIMATUR_DATA: home,
    NEXTAUTH_SECRET: authSecret(home),
    NEXTAUTH_URL: process.env.NEXTAUTH_URL || process.env.SITE_URL || address,
    NEXT_TELEMETRY_DISABLED: "1",
    SITE_URL: process.env.SITE_URL || address,
  };
  return { server, owner: { ...server, DATABASE_URL: ownerUrl } };
}

/** As given by the person who deploys, else this install's own. */
export function authSecret(home = dataFolder) {
  return process.env.NEXTAUTH_SECRET || secretsIn(home).authSecret;
}
