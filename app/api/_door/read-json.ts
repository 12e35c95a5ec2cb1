import { fail, ok, type Result } from "@/domain/result";

type Refused = { kind: "bad-request"; message: string } | { kind: "invalid"; message: string };

const deepest = 256;

/** JSON (RFC 8259) that Postgres can keep: of a sane depth, its strings without NUL and without halves of characters. */
export function readJson(text: string): Result<unknown, Refused> {
  const value = parse(text);
  if (!value.ok) return value;
  const open: { value: unknown; depth: number }[] = [{ value: value.value, depth: 0 }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { value: one, depth } = next;
    if (depth > deepest) return fail({ kind: "invalid", message: "The request is nested too deeply." });
    if (typeof one === "string" && unkeepable.test(one)) return unreadable;
    if (typeof one !== "object" || one === null) continue;
    for (const [key, child] of Object.entries(one)) {
      if (unkeepable.test(key)) return unreadable;
      open.push({ value: child, depth: depth + 1 });
    }
  }
  return value;
}

const unkeepable = /\0|\p{Surrogate}/u;
const unreadable = fail({ kind: "invalid" as const, message: "The text has characters that cannot be stored." });

function parse(text: string): Result<unknown, Refused> {
  try {
    return ok(JSON.parse(text));
  } catch {
    return fail({ kind: "bad-request", message: "The request is not JSON." });
  }
}
