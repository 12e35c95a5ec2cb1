import { createHash } from "node:crypto";
import { canonicalJson } from "@/domain/document/canonical";
import { productText } from "./files";
import type { FormatRequest } from "./format";
import { isBundled } from "@/domain/citation/bundled-styles";
import { bundledStyle } from "./styles";

/**
 * The key of a request: SHA-256 over the canonical JSON (RFC 8785) of all that the answer depends on, the text of the
 * style and the version of the engine included. Requests of one key have one answer.
 */
export function keyOf<R extends string, C extends string>(request: FormatRequest<R, C>): string {
  const style = isBundled(request.style) ? bundledStyle(request.style) : request.style;
  const { locale, records, citations, uncited } = request;
  const told = canonicalJson({ engine: engineVersion(), style: digestOf(style), locale, records, citations, uncited });
  return digestOf(told);
}

const digestOf = (text: string): string => createHash("sha256").update(text).digest("hex");

/** Ours counts what we make of the engine's answer; raise it when that changes. */
const ours = 1;

const engineVersion = (): string =>
  `${ours}/${/"version":\s*"([^"]+)"/u.exec(productText("node_modules/citeproc/package.json"))?.[1] ?? "unknown"}`;
