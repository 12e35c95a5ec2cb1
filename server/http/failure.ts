import type { Cause } from "./cause";

/** Gives what Node, undici or zlib threw a name; `otherwise` is the name of what is not known better. */
export function causeOf(error: unknown, otherwise: Cause["kind"]): Cause {
  const code = codeOf(error);
  const kind = named(code) ?? otherwise;
  return { kind, reason: `${sentences[kind] ?? "The connection failed."}${code === "" ? "" : ` (${code})`}` };
}

function named(code: string): Cause["kind"] | null {
  if (code === "ECONNREFUSED") return "refused";
  if (/TIMEDOUT|TIMEOUT/.test(code)) return "timeout";
  if (code === "UND_ERR_HEADERS_OVERFLOW" || code === "HPE_HEADER_OVERFLOW") return "too-large";
  if (/^Z_|^ERR_BROTLI|BROTLI_DECODER|^ERR__ERROR_FORMAT/.test(code)) return "bad-encoding";
  if (/CERT|_SSL_|^ERR_TLS|^EPROTO$|UNABLE_TO_VERIFY|ISSUER/.test(code)) return "tls";
  if (/^HPE_|^UND_|UNREACH|^ECONNRESET$|^EPIPE$/.test(code)) return "network";
  return null;
}

const sentences: Partial<Record<Cause["kind"], string>> = {
  refused: "The server does not accept connections.",
  timeout: "The server did not answer in time.",
  "too-large": "The head of the answer is too large.",
  "bad-encoding": "The body is not compressed as the answer says.",
  tls: "No secure connection could be made.",
  network: "The connection broke, or the answer is not HTTP.",
};

function codeOf(error: unknown): string {
  if (typeof error !== "object" || error === null || !("code" in error)) return "";
  return typeof error.code === "string" ? error.code : "";
}
