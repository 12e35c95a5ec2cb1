import { locatorLabels } from "@/domain/citation/item";
import { fail, ok, type Result } from "@/domain/result";
import { format } from "./format";
import { sampleCitations, sampleRecords } from "./sample";
import { whyNot } from "./words";

/** How long a style may take for the samples; the slowest of the CSL project's take about one second of an idle machine. */
const seconds = 15;

/** Tries a style on sources of many kinds, cited in many ways; refused with words when it does not bear that. */
export async function probe(xml: string, title: string): Promise<Result<null, string>> {
  const [first] = sampleRecords;
  const pointed = locatorLabels.map((label, index) => ({
    id: `p${index}`,
    items: first
      ? [{ reference: first.reference, locator: "7", label, prefix: null, suffix: null, suppressAuthor: index % 2 > 0 }]
      : [],
    authorInText: false,
    noteIndex: sampleCitations.length + index + 1,
  }));
  const request = { locale: "en-GB", records: sampleRecords, citations: [...sampleCitations, ...pointed], uncited: [] };
  const result = await format({ ...request, style: xml }, { seconds });
  return result.ok ? ok(null) : fail(whyNot(result.error, `“${title}”`));
}
