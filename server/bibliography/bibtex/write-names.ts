import type { SourceName } from "@/domain/source/record";
import { latexOf } from "./write-latex";

/** Writes names as `von Last, Jr., First`; BibLaTeX's `family=…` where a particle needs it, organisations in braces. */
export function namesOf(names: readonly SourceName[], dialect: "bibtex" | "biblatex"): string {
  return names.map((name) => nameOf(name, dialect)).join(" and ");
}

function nameOf(name: SourceName, dialect: "bibtex" | "biblatex"): string {
  if ("literal" in name) {
    if (name.literal === "others") return "others";
    const latex = latexOf(name.literal);
    return latex.startsWith("\\") ? `{{}${latex}}` : `{${latex}}`;
  }
  const { family, given = "", suffix = "" } = name;
  const [stays, drops] = [name["non-dropping-particle"], name["dropping-particle"]];
  if ((stays || (drops && !isParticle(drops))) && dialect === "biblatex")
    return [
      `family={${latexOf(family)}}`,
      ...(given ? [`given={${latexOf(given)}}`] : []),
      ...(suffix ? [`suffix={${latexOf(suffix)}}`] : []),
      `prefix={${latexOf(drops ?? stays ?? "")}}`,
      `useprefix=${drops ? "false" : "true"}`,
    ].join(", ");
  const small = drops && isParticle(drops) ? `${latexOf(drops)} ` : "";
  const first = [stays, drops && !small ? drops : null].filter(Boolean).join(" ");
  const last = small + familyOf(first ? `${first}${/['’]$/u.test(first) ? "" : " "}${family}` : family);
  if (suffix) return `${last}, ${guarded(suffix)}, ${guarded(given)}`;
  return given ? `${last}, ${guarded(given)}` : /^\p{L}+$/u.test(last) && last !== "others" ? last : `${last},`;
}

/** A particle that BibTeX knows for one: its words begin small. */
const isParticle = (text: string): boolean =>
  /^\p{Ll}[^\s,{}\\]*(?: \p{Ll}[^\s,{}\\]*)*$/u.test(text) && !hasAnd.test(text);

/** A family name in braces where a word in it would be taken for a particle or for the end of the name. */
function familyOf(family: string): string {
  const plain =
    /^[\p{Lu}\p{Lo}][^\s,\\{}~="]*(?: [\p{Lu}\p{Lo}][^\s,\\{}~="]*)*$/u.test(family) && !hasAnd.test(family);
  return plain || (/^\p{L}+$/u.test(family) && !hasAnd.test(family)) ? latexOf(family) : `{${latexOf(family)}}`;
}

const guarded = (text: string): string =>
  /[,="]/u.test(text) || hasAnd.test(text) || text === "" ? `{${latexOf(text)}}` : latexOf(text);

const hasAnd = /(?:^|\s)and(?:\s|$)/iu;
