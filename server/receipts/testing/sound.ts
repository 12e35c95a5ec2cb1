import { createHash, generateKeyPairSync, type KeyObject } from "node:crypto";
import { canonicalJson } from "@/domain/document/canonical";
import { partsOf } from "@/domain/document/parts";
import { schema } from "@/domain/document/schema";
import { articleDigestText, sectionDigestText } from "@/domain/publishing/digest";
import type { EditionView } from "@/domain/publishing/edition";
import type { Receipt } from "@/domain/publishing/receipt/receipt";
import { exampleEdition, exampleId } from "@/reader/example-edition";
import { editionJson } from "@/reader/record/edition-json";
import { signedText } from "@/server/db/receipts/sign";
import { thumbprintOf } from "@/server/receipts/checked";
import { SourceId } from "@/domain/ids";

/** A key of a house, made for a test. */
export type HouseKey = { publicKey: string; secret: KeyObject; id: string };

export function houseKey(): HouseKey {
  const { privateKey, publicKey } = generateKeyPairSync("ed25519");
  const x = String(publicKey.export({ format: "jwk" }).x);
  return { publicKey: x, secret: privateKey, id: thumbprintOf(x) };
}

/** The receipt of the example edition under a key, with the bytes that are published of both. */
export function soundReceipt(key: HouseKey, change: Partial<Receipt> = {}) {
  const view = exampleEdition();
  const receipt = { ...receiptOf(view), key: key.id, ...change };
  return {
    receipt,
    bytes: Buffer.from(signedText(receipt, key), "utf8"),
    edition: Buffer.from(editionJson(view), "utf8"),
  };
}

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");
const at = "2026-11-23T09:30:00.000Z";

function receiptOf(view: EditionView): Receipt {
  const document = schema.node("doc", null, view.parts);
  const references = view.references.map(({ id, record }) => ({
    id,
    original: null,
    labels: [],
    ownNumber: false,
    source: { id: SourceId.parse(id), record },
  }));
  const sections = partsOf(document).map((part) => ({
    id: part.id,
    kind: part.kind,
    heading: part.heading ?? "",
    digest: sha256(sectionDigestText(part, { document, references }, "rules of the test")),
    approved: { by: "Tomas Hale", at },
  }));
  return {
    type: "imprimatur-receipt",
    version: 1,
    key: "",
    made: at,
    site: { name: view.site.name, url: view.site.baseUrl },
    article: view.articleId,
    edition: {
      id: view.editionId,
      number: view.number,
      kind: view.kind,
      slug: view.slug,
      title: view.title,
      byline: view.byline,
      note: view.note,
      published: view.publishedAt,
      publisher: "Ines Calder",
      digest: sha256(articleDigestText(sections, "rules of the test")),
    },
    sections,
    sources: view.references.map(({ id, record }) => ({
      reference: id,
      source: id,
      title: record.title,
      record: sha256(canonicalJson(record)),
      keys: [],
      copy: { sha256: sha256(id), at },
      check: { state: "alive", at },
      standing: null,
    })),
    citations: [
      {
        id: exampleId(1),
        section: sections[1]?.id ?? "",
        items: [
          {
            reference: view.references[0]?.id ?? null,
            locator: "12",
            label: "page",
            quote: null,
            verified: { verdict: "verified", by: "Ruth Okafor", at, digest: "d" },
          },
        ],
      },
    ],
    rules: {
      version: "rules of the test",
      policy: { severities: { "source/vague": "blocker" }, staleAfterDays: 30 },
      findings: [{ rule: "source/vague", severity: "blocker", fingerprint: "f" }],
    },
    waivers: [
      {
        rule: "source/vague",
        fingerprint: "f",
        reason: "The keepers are the only witnesses.",
        requestedBy: "Ines Calder",
        confirmedBy: "Tomas Hale",
        expires: "2027-01-01T00:00:00.000Z",
      },
    ],
    previous: null,
  };
}
