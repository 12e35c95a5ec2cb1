import type { SourceRecord } from "@/domain/source/record";
import type { Prepared } from "./prepared";
import type { Whereabouts } from "./whereabouts";

/** The type of work that a line is likely about, and how sure that is; null where nothing tells. */
export function kindOf(
  line: Prepared,
  where: Whereabouts,
  titled: boolean,
): { type: SourceRecord["type"]; sure: number } | null {
  const words = `${line.remarks} ${line.text}`;
  if (where.kind === "thesis" || /\b(?:dissertation|thesis)\b/u.test(line.remarks))
    return { type: "thesis", sure: 0.95 };
  if (line.arxiv) return { type: "article", sure: 0.95 };
  if (/\bdata ?set\b/u.test(line.remarks)) return { type: "dataset", sure: 0.95 };
  if (/\b(?:software|computer program)\b/u.test(line.remarks)) return { type: "software", sure: 0.95 };
  if (/\bpatent (?:no\.? )?[\d ,]{5,}/iu.test(words)) return { type: "patent", sure: 0.9 };
  if (/ v\.? .+\b(?:U\.S\.|F\.\dd|UKHL|UKSC|EWCA|EWHC|BGH|Cir\.)/u.test(words))
    return { type: "legal_case", sure: 0.9 };
  if (/\bProc(?:eedings|\.)|\bConference\b|\bSymposium\b/u.test(where.container ?? ""))
    return { type: "paper-conference", sure: 0.9 };
  if (/\bconference\b|paper presentation/iu.test(line.remarks)) return { type: "paper-conference", sure: 0.9 };
  if (where.kind === "chapter") return { type: "chapter", sure: 0.85 };
  if (where.kind === "periodical") return { type: "article-journal", sure: 0.88 };
  if (where.kind === "newspaper") return { type: "article-newspaper", sure: 0.8 };
  if (line.isBook) return { type: "book", sure: 0.95 };
  if (line.doi) return { type: "article-journal", sure: 0.85 };
  if (/\breport (?:no\.?|number)\b|\bwhite paper\b/iu.test(words)) return { type: "report", sure: 0.85 };
  if (where.kind === "book") return { type: "book", sure: 0.75 };
  if (where.container) return { type: "article-newspaper", sure: 0.8 };
  return line.address ? { type: "webpage", sure: titled ? 0.8 : 0.9 } : null;
}
