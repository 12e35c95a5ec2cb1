import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from "node:crypto";
import { readFileSync } from "node:fs";
import { z } from "zod";
import { thumbprintText } from "@/domain/publishing/receipt/jwk";
import type { Tx } from "@/server/db";

/** The key that signs now; `isNew` says that it has not been published yet. */
export type SigningKey = { id: string; publicKey: string; secret: KeyObject; isNew: boolean };

/**
 * The installation's key. It is made the first time that it is needed and kept in the database, where only the app's role
 * can read it; or RECEIPT_KEY gives it (PEM, or the path of a PEM file), and the database keeps its public half only.
 * Another key than before retires the one before.
 */
export async function signingKey(tx: Tx): Promise<SigningKey> {
  const given = givenKey();
  const known = await usableKey(tx, given);
  if (known) return known;
  await lockKeys(tx);
  return (await usableKey(tx, given)) ?? replaceKey(tx);
}

/** Nobody else makes or replaces a key until this transaction is over. */
export const lockKeys = (tx: Tx): Promise<number> =>
  tx.$executeRaw`select pg_advisory_xact_lock(hashtext('imprimatur: signing key'))`;

/** Retires the key that signs now, which forgets its secret, and makes another or takes up the one of RECEIPT_KEY. */
export async function replaceKey(tx: Tx): Promise<SigningKey> {
  await lockKeys(tx);
  await tx.signingKey.updateMany({ where: { retiredAt: null }, data: { retiredAt: new Date(), secret: null } });
  const given = givenKey();
  const secret = given ?? generateKeyPairSync("ed25519").privateKey;
  const publicKey = publicPartOf(secret);
  const id = thumbprintOf(publicKey);
  const kept = given ? null : secret.export({ type: "pkcs8", format: "pem" }).toString();
  await tx.signingKey.create({ data: { id, public: publicKey, secret: kept } });
  return { id, publicKey, secret, isNew: true };
}

/** Whether the key is given from outside, so that it cannot be replaced from the desk. */
export const isKeyGiven = (): boolean => Boolean(process.env["RECEIPT_KEY"]);

/** A public key's thumbprint (RFC 7638), base64url. */
export const thumbprintOf = (publicKey: string): string =>
  createHash("sha256").update(thumbprintText(publicKey)).digest("base64url");

/** The key of now, whose row stays locked: whoever replaces it waits until what it signs is written. */
async function usableKey(tx: Tx, given: KeyObject | null): Promise<SigningKey | null> {
  const [row] = Row.parse(
    await tx.$queryRaw`select id, public, secret from signing_key where retired_at is null for share`,
  );
  if (!row) return null;
  if (given)
    return row.public === publicPartOf(given)
      ? { id: row.id, publicKey: row.public, secret: given, isNew: false }
      : null;
  if (row.secret === null)
    throw new Error("The key of receipts is kept outside of the database, and RECEIPT_KEY does not give it.");
  return { id: row.id, publicKey: row.public, secret: createPrivateKey(row.secret), isNew: false };
}

const Row = z.array(z.object({ id: z.string(), public: z.string(), secret: z.string().nullable() }));

function givenKey(): KeyObject | null {
  const given = process.env["RECEIPT_KEY"];
  if (!given) return null;
  const key = createPrivateKey(given.includes("-----BEGIN") ? given : readFileSync(given, "utf8"));
  if (key.asymmetricKeyType !== "ed25519") throw new Error("RECEIPT_KEY is not an Ed25519 key.");
  return key;
}

const Jwk = z.object({ x: z.string() });
const publicPartOf = (secret: KeyObject): string => Jwk.parse(createPublicKey(secret).export({ format: "jwk" })).x;
