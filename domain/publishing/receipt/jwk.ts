import { z } from "zod";
import { canonicalJson } from "@/domain/document/canonical";
import { Thumbprint } from "./receipt";

/** An Ed25519 public key as a JWK (RFC 8037); `x` is its 32 bytes, base64url. */
export const publicJwk = (x: string) => ({ crv: "Ed25519", kty: "OKP", x }) as const;

/** The text whose SHA-256, in base64url, is a public key's thumbprint (RFC 7638). */
export const thumbprintText = (x: string): string => canonicalJson(publicJwk(x));

/** The keys that an installation signs and signed with, as it publishes them: a JWK Set (RFC 7517) with their periods. */
export const KeySet = z.object({
  keys: z.array(
    z.object({
      kty: z.literal("OKP"),
      crv: z.literal("Ed25519"),
      x: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
      kid: Thumbprint,
      use: z.literal("sig"),
      from: z.iso.datetime(),
      until: z.iso.datetime().nullable(),
    }),
  ),
});
export type KeySet = z.infer<typeof KeySet>;

/** Where an installation publishes them. */
export const keysPath = "/.well-known/imprimatur-keys.json";
