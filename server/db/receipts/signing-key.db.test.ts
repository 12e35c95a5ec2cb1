import "@/server/testing/own-database";
import { generateKeyPairSync } from "node:crypto";
import { expect, test, vi } from "vitest";
import { db, inTransaction } from "@/server/db";
import { replaceKey, signingKey } from "./signing-key";

test("a key that is replaced keeps its public half and its receipts, and forgets its secret", async () => {
  const before = await inTransaction((tx) => signingKey(tx));
  expect(before.isNew).toBe(true);
  await inTransaction((tx) => replaceKey(tx));
  const [old, ...others] = await db.signingKey.findMany({ orderBy: { madeAt: "asc" } });
  expect(old).toMatchObject({ id: before.id, public: before.publicKey, secret: null });
  expect(others.filter(({ retiredAt }) => retiredAt === null)).toHaveLength(1);
});

test("a key that is kept elsewhere signs, its secret is not stored, and nothing signs in its place", async () => {
  const { privateKey } = generateKeyPairSync("ed25519");
  vi.stubEnv("RECEIPT_KEY", privateKey.export({ type: "pkcs8", format: "pem" }).toString());
  const given = await inTransaction((tx) => signingKey(tx));
  expect(await db.signingKey.findFirst({ where: { retiredAt: null } })).toMatchObject({ id: given.id, secret: null });
  expect((await inTransaction((tx) => signingKey(tx))).isNew).toBe(false);
  vi.stubEnv(
    "RECEIPT_KEY",
    generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
  );
  await expect(inTransaction((tx) => signingKey(tx))).rejects.toThrow("not an Ed25519 key");
  vi.unstubAllEnvs();
  await expect(inTransaction((tx) => signingKey(tx))).rejects.toThrow("RECEIPT_KEY does not give it");
});
