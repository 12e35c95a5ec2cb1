import type { SourceName } from "@/domain/source/record";

/** A case or a law as a line names it. */
export type Legal = { title: string; year: number | null; number: string | null; people: SourceName[] | null };

/** Reads a line that cites law: a case of two parties with its reporter or neutral citation, an act with its year, a regulation. Null for any other. */
export function legalIn(text: string): Legal | null {
  if (!/ v\.? |\b(?:act|regulation|directive|gesetz|verordnung|loi|ley|law)\b/iu.test(text) || text.length > 400)
    return null;
  const case_ =
    /^([^“”"()[\],]{2,90} vs?\.? [^“”"()[\]]{2,90}?),? (?=\[?\(?(?:(?:1[5-9]|20)\d\d[\])]|\d{1,4} [A-Z]))/u.exec(text);
  if (case_?.[1]) return legal(case_[1].replace(/,$/u, ""), text.slice(case_[0].length));
  const act =
    /^((?:the )?[^“”".,]{3,90}\b(?:Act|Ordinance|Code|Bill))\s?,? (?=(?:\(?(?:1[5-9]|20)\d\d\)?)(?:$|[ ,.(]))/u.exec(
      text,
    );
  if (act?.[1]) return legal(act[1], text.slice(act[0].length));
  const rule =
    /^((?:Council |Commission )?(?:Regulation|Directive|Verordnung|Règlement|Directiva|Richtlinie) \([A-Z]{2,4}\)[^,]{5,200}), /u.exec(
      text,
    );
  return rule?.[1] ? legal(rule[1], text.slice(rule[0].length)) : null;
}

function legal(title: string, rest: string): Legal {
  const year = /(?:1[5-9]|20)\d\d(?!\d)/u.exec(rest)?.[0];
  const number = /\b(\d{1,4} [A-Z][A-Za-z.\d]{1,10} (?:§ )?\d{1,5}|OJ [LC] \d+)/u.exec(rest)?.[1] ?? null;
  return { title: title.trim(), year: year ? Number(year) : null, number, people: null };
}
