import type { z } from "zod";
import { fail, ok, type Result } from "@/domain/result";
import { type FormatRequest, format } from "@/server/citing/format";
import { keyOf } from "@/server/citing/key";
import { whyNot } from "@/server/citing/words";
import { db, type Tx } from "@/server/db";
import { keepFormatted, keptFormatted } from "@/server/db/formatted";

/** Citations that could not be formatted, and why. */
export type CitingRefusal = { kind: "citing"; message: string };

/** Something to format, what its style is called, and the shape in which the answer is kept. */
export type Wanted<Schema extends z.ZodType> = {
  style: string;
  title: string;
  schema: Schema;
  request: FormatRequest<string, string>;
};

/** The answer where it is kept already, else null. */
export async function kept<Schema extends z.ZodType>(
  tx: Pick<Tx, "formatted">,
  { schema, request }: Wanted<Schema>,
): Promise<z.output<Schema> | null> {
  const value = await keptFormatted(tx, keyOf(request));
  const read = schema.safeParse(value);
  return read.success ? read.data : null;
}

/** The answer, formatted now and kept where it was not. Those who ask for the same at the same moment share the work. */
export async function made<Schema extends z.ZodType>(
  wanted: Wanted<Schema>,
): Promise<Result<z.output<Schema>, CitingRefusal>> {
  const { style, title, schema, request } = wanted;
  const before = await kept(db, wanted);
  if (before !== null) return ok(before);
  const key = keyOf(request);
  const shared = underWay.get(key) ?? work(key, style, request).finally(() => underWay.delete(key));
  underWay.set(key, shared);
  const result = await shared;
  if (!result.ok) return fail({ kind: "citing", message: whyNot(result.error, title) });
  return ok(schema.parse(result.value));
}

type Work = ReturnType<typeof format<string, string>>;

const underWay = new Map<string, Work>();

async function work(key: string, style: string, request: FormatRequest<string, string>): Work {
  const result = await format(request);
  if (result.ok) await keepFormatted({ key, style, locale: request.locale, value: result.value });
  return result;
}
