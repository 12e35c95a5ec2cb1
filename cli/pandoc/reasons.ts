import { normalised } from "./outcome";

/** A way in which pandoc 2.17 and we print an entry differently on purpose; `mend` makes theirs into ours. */
type Reason = { why: string; mend: (theirs: string, ours: string) => string };

/**
 * Why the text of an entry differs, or null where nothing here explains it. An explanation holds only when mending
 * pandoc's text by the reasons named gives ours to the letter.
 */
export function reasonsFor(theirs: string, ours: string): string[] | null {
  const wanted = normalised(ours);
  let text = normalised(theirs);
  const found: string[] = [];
  for (const { why, mend } of reasons) {
    if (text === wanted) break;
    const mended = normalised(mend(text, wanted));
    if (mended === text) continue;
    text = mended;
    found.push(why);
  }
  return text === wanted ? found : null;
}

const reasons: readonly Reason[] = [
  {
    why: "pandoc 2.17 sets no sign between the last author and the “others” of BibTeX",
    mend: (text) => text.replace(/(?:,| and| &)? ?(?<=\S)others\. \(/u, ", & others. ("),
  },
  {
    why: "the same, after a single author",
    mend: (text, ours) =>
      /^[^,]+, (?:\S\. ?)+ & others\. \(/u.test(ours) ? text.replace(", & others. (", " & others. (") : text,
  },
  {
    why: "a DOI that was written as an address, or with a blank, is printed as a DOI",
    mend: (text) =>
      text.replace(/https:\/\/doi\.org\/\s*(?:https?:\/\/(?:dx\.)?doi\.org\/)?(?=10\.)/u, "https://doi.org/"),
  },
  {
    why: "pandoc 2.17 does not shorten a given name that has braces in it",
    mend: (text, ours) =>
      text.replace(
        /(?<=, )(\p{Lu})\p{L}+\.? \(|(?<=In |& )(\p{Lu})\p{Ll}+ (?=[^.]*\(Eds?\.\))/gu,
        (found, author, editor) => {
          const shorter = author ? `${author}. (` : `${editor}. `;
          return ours.includes(shorter) ? shorter : found;
        },
      ),
  },
  {
    why: "pandoc 2.17 leaves volume, pages and publisher of a conference paper out when its book has editors",
    mend: (text, ours) =>
      inserted(
        text,
        ours,
        /\(Eds?\.\), /u,
        /^(?: \((?:Vol\. [^)]*|pp?\. [^)]*)\))?\.(?: [^.]+(?:\.(?! https?:)[^.]+)*\.)?/u,
      ),
  },
  {
    why: "pandoc 2.17's English has no term for the kind of work that APA names in brackets",
    mend: (text, ours) => {
      const kind = / \[(?:Dataset|Computer software|Video recording|Audio recording|Map)\]/u.exec(ours)?.[0];
      return kind ? text.replace(ours.slice(0, ours.indexOf(kind)), (before) => before + kind) : text;
    },
  },
  {
    why: "pandoc 2.17's English has no “No.” before the number of a report or patent",
    mend: (text, ours) => {
      const number = /\(([^()]*?)No\. ([^()]+)\)/u.exec(ours);
      return number ? text.replace(`(${number[1]}${number[2]})`, number[0]) : text;
    },
  },
  {
    why: "pandoc 2.17's English has no “Vols.” before a number of volumes",
    mend: (text, ours) => (ours.includes("(Vols. 1–") ? text.replace("(1–", "(Vols. 1–") : text),
  },
  {
    why: "pandoc 2.17's English does not say “Original work published”",
    mend: (text) => text.replace(/ \((\d{3,4})\)$/u, " (Original work published $1)"),
  },
  {
    why: "pandoc 2.17's English shortens “translator” to “Tran.”, ours to “Trans.”",
    mend: (text) => text.replace(", Tran.)", ", Trans.)"),
  },
  {
    why: "between two organisations citeproc-js sets no comma before “&”",
    mend: (text, ours) => (ours.includes(", & ") ? text : text.replace(", & ", " & ")),
  },
  {
    why: "capitals: citeproc-js and pandoc differ behind a stop or a hyphen, and at the start of a name such as “ggplot2”",
    mend: (text, ours) => (text.toLowerCase() === ours.toLowerCase() ? ours : text),
  },
];

/** Puts in what ours has behind the title of a book with editors, where it is of the form that was left out. */
function inserted(text: string, ours: string, before: RegExp, missing: RegExp): string {
  if (!before.test(text)) return text;
  let same = 0;
  while (same < text.length && text.charAt(same) === ours.charAt(same)) same++;
  const rest = text.slice(same).replace(/^\./u, "");
  const added = ours.slice(same, ours.length - rest.length);
  return ours.endsWith(rest) && missing.test(added) && missing.exec(added)?.[0] === added ? ours : text;
}
