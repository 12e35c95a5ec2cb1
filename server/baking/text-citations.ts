import { KeptFormatted } from "@/domain/citation/formatted";
import { formattableOf } from "@/domain/citation/in-document";
import { fail, ok, type Result } from "@/domain/result";
import { readStyle } from "@/server/citing/style";
import { isBundled } from "@/domain/citation/bundled-styles";
import { bundledStyle } from "@/server/citing/styles";
import { whyNot } from "@/server/citing/words";
import type { ChosenStyle } from "@/server/db/citing";
import type { Draft } from "@/server/db/draft";
import type { CitingRefusal, Wanted } from "./formatting";

/** What is to be formatted of a draft's text in a style; refused when the style cannot be read. */
export function textOf(
  { manuscript }: Pick<Draft, "manuscript">,
  chosen: ChosenStyle,
): Result<Wanted<typeof KeptFormatted>, CitingRefusal> {
  const style = readStyle(isBundled(chosen.source) ? bundledStyle(chosen.source) : chosen.source);
  if (!style.ok) return fail({ kind: "citing", message: whyNot({ kind: "style", faults: style.error }, chosen.title) });
  const references = manuscript.references.map(({ id, source }) => ({ id, record: source?.record ?? null }));
  const formattable = formattableOf(manuscript.document.children, references, style.value.kind);
  return ok({
    style: chosen.style,
    title: chosen.title,
    schema: KeptFormatted,
    request: { ...formattable, style: chosen.source, locale: chosen.locale },
  });
}
