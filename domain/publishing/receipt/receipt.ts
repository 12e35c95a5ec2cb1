import { z } from "zod";
import { editionKinds } from "@/domain/publishing/edition";
import { linkStates, standingStates } from "@/domain/source/facts";

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const Moment = z.iso.datetime();
/** The thumbprint of a public key as a JWK (RFC 7638): SHA-256, base64url. */
export const Thumbprint = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

/** A section as it was printed: the digest that was approved, by whom and when. */
const ReceiptSection = z.strictObject({
  id: z.uuid(),
  kind: z.enum(["front", "section"]),
  heading: z.string(),
  digest: Sha256,
  approved: z.strictObject({ by: z.string(), at: Moment }),
});

/** A source as the edition froze it (`record` is the digest of its canonical CSL-JSON), and what was known of it then. */
const ReceiptSource = z.strictObject({
  reference: z.uuid(),
  source: z.uuid().nullable(),
  title: z.string(),
  record: Sha256.nullable(),
  keys: z.array(z.string()),
  copy: z.strictObject({ sha256: Sha256, at: Moment }).nullable(),
  check: z.strictObject({ state: z.enum(linkStates), at: Moment.nullable() }).nullable(),
  standing: z.strictObject({ state: z.enum(standingStates), at: Moment.nullable() }).nullable(),
});

const ReceiptCitation = z.strictObject({
  id: z.uuid(),
  section: z.uuid(),
  items: z.array(
    z.strictObject({
      reference: z.uuid().nullable(),
      locator: z.string().nullable(),
      label: z.string().nullable(),
      /** The digest of the quoted words. */
      quote: Sha256.nullable(),
      verified: z.strictObject({ verdict: z.string(), by: z.string(), at: Moment, digest: z.string() }).nullable(),
    }),
  ),
});

const ReceiptWaiver = z.strictObject({
  rule: z.string(),
  fingerprint: z.string(),
  reason: z.string(),
  requestedBy: z.string(),
  confirmedBy: z.string(),
  expires: Moment,
});

/** What an installation says, under its key, of one edition that it published. */
export const Receipt = z.strictObject({
  type: z.literal("imprimatur-receipt"),
  version: z.literal(1),
  key: Thumbprint,
  made: Moment,
  site: z.strictObject({ name: z.string(), url: z.string() }),
  article: z.uuid(),
  edition: z.strictObject({
    id: z.uuid(),
    number: z.int().positive(),
    kind: z.enum(editionKinds),
    slug: z.string(),
    title: z.string(),
    byline: z.string(),
    note: z.string().nullable(),
    published: Moment,
    publisher: z.string(),
    digest: Sha256,
  }),
  sections: z.array(ReceiptSection),
  sources: z.array(ReceiptSource),
  citations: z.array(ReceiptCitation),
  rules: z.strictObject({
    version: z.string(),
    policy: z.json(),
    findings: z.array(
      z.strictObject({ rule: z.string(), severity: z.enum(["blocker", "warning"]), fingerprint: z.string() }),
    ),
  }),
  waivers: z.array(ReceiptWaiver),
  /** SHA-256 of the bytes of the article's receipt before this one; null for the first. */
  previous: Sha256.nullable(),
});
export type Receipt = z.infer<typeof Receipt>;

/**
 * A receipt as it is published: canonical JSON (RFC 8785) of the receipt and of its signature (Ed25519, RFC 8032) over the
 * canonical JSON of the receipt. `publicKey` and `value` are base64url; the key is known by its thumbprint.
 */
export const SignedReceipt = z.strictObject({
  receipt: Receipt,
  signature: z.strictObject({
    algorithm: z.literal("Ed25519"),
    publicKey: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
    value: z.string().regex(/^[A-Za-z0-9_-]{86}$/),
  }),
});
export type SignedReceipt = z.infer<typeof SignedReceipt>;
