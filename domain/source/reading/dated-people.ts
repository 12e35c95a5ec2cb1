import type { SourceName } from "@/domain/source/record";
import type { People } from "./people";
import { isBody } from "./person";

/**
 * The people before a date that closes their list ("A, B., & C, D. (2014)", "A, Bo, Ed Eff, and Gi Hu. 2014."). Since it
 * is known where the list ends, initials without stops and particles behind them are read too; null where what stands
 * there are no names.
 */
export function takeDatedPeople(text: string): People | null {
  const found =
    /^([^“”"«»„‘?!:\d]{3,700}?)[.,]?(?= \((?:(?:1[5-9]|20)\d\d|n\.d\.|in press|forthcoming)|\.? (?:(?:1[5-9]|20)\d\d[a-z]?|n\.d)\.? ?[.:“"]? )/u.exec(
      text,
    );
  // The stop behind a last initial belongs to it.
  const block = (found?.[1] ?? "").replace(/(?<=[ -]\p{Lu})$/u, ".");
  if (!found || (isBody(block) && !/, \p{Lu}\.|, (?:and|&) /u.test(block))) return null;
  const role = /,? \(?(?:eds?|editors?|hrsg|hgg?|dirs?|coords?)\.?\)?\.?$/iu.exec(block);
  const pieces = block
    .slice(0, role?.index)
    .replace(/,? ?(?:et al\.?|and others|[.,]?others|… ?|\. \. \. ?)/gu, ", ")
    .split(/\s*[,;/]\s*(?:(?:and|&|et|und|y|e|en) )?|\s+(?:and|&|et|und|y|e|en) /u)
    .map((piece) => piece.trim())
    .filter(Boolean);
  if (pieces.length < 2 || /[;/]/u.test(block) || !pieces.every((piece) => isNamePiece(piece))) return null;
  const names = isInvertedThroughout(pieces)
    ? pairs(pieces)
    : /^[^,&]+, (?!and |& )/u.test(block)
      ? oneInverted(pieces)
      : pieces.every((piece) => / /u.test(piece))
        ? pieces.map(spoken)
        : null;
  return names && { names, end: found[0].length, editors: role !== null, confidence: 0.95 };
}

const initials =
  /^(?:\p{Lu}\p{Ll}?\.[ -]?){0,4}\p{Lu}\p{Ll}?\.?(?:(?:(?<=\.) ?| )(?:de|del|della|di|da|dos|du|van|von|der|den|la|le|af|zu))*$|^\p{Lu}{1,3}$/u;
const suffix = /^(?:[JS]r\.?|II|III|IV)$/u;

const isNamePiece = (piece: string): boolean =>
  piece.split(" ").length <= 6 &&
  !/\p{Ll}\. /u.test(piece) &&
  (suffix.test(piece) ||
    initials.test(piece) ||
    piece
      .split(" ")
      .every(
        (word) =>
          /^[\p{Lu}’']|^\p{Ll}’\p{Lu}/u.test(word) ||
          particles.has(word.toLowerCase()) ||
          /^\p{Lu}?-?\p{L}+-\p{L}+$/u.test(word),
      )) &&
  !/^(?:the|in|on|of|how|why|what)\b/iu.test(piece);

const particles = new Set(
  "de del della di da dos du van von der den la le el al bin ibn ter ten zu af ní mac".split(" "),
);

/** "Family, I. I., Family, I." or "Family, Given; Family, Given": names and given names take turns. */
function isInvertedThroughout(pieces: readonly string[]): boolean {
  const kept = pieces.filter((piece) => !suffix.test(piece));
  return (
    kept.length % 2 === 0 && kept.every((piece, at) => (at % 2 === 1 ? initials.test(piece) : !initials.test(piece)))
  );
}

function pairs(pieces: readonly string[]): SourceName[] {
  const names: { family: string; given: string; suffix?: string }[] = [];
  let family: string | null = null;
  for (const piece of pieces) {
    const last = names.at(-1);
    if (suffix.test(piece) && family === null && last) last.suffix = piece;
    else if (family === null) family = piece;
    else {
      names.push(withParticle(family, piece));
      family = null;
    }
  }
  return names;
}

/** "Vargas, C. de": a particle behind the initials belongs before the family name. */
function withParticle(family: string, given: string): { family: string; given: string } {
  const behind = /^((?:\p{Lu}\p{Ll}?\.[ -]?)+|\p{Lu}[\p{L}-]+)((?: ?\p{Ll}+)+)$/u.exec(given);
  const particle = behind?.[2]?.trim();
  const isParticle = particle?.split(" ").every((word) => particles.has(word)) === true;
  return isParticle ? { family: `${particle} ${family}`, given: behind?.[1]?.trim() ?? "" } : { family, given };
}

/** As Chicago and MLA list people: the first family name first, all others as they are spoken. */
function oneInverted(pieces: readonly string[]): SourceName[] | null {
  const [family = "", given = "", ...others] = pieces;
  if (
    / /u.test(given) &&
    / /u.test(family) &&
    !particles.has(family.split(" ")[0]?.toLowerCase() ?? "") &&
    family.split(" ").length > 3
  )
    return null;
  const rest = others.filter((piece) => !suffix.test(piece));
  if (rest.some((piece) => !/ /u.test(piece))) return null;
  return [withParticle(family, given), ...rest.map(spoken)];
}

function spoken(piece: string): SourceName {
  const words = piece.split(" ");
  const at = words.findIndex(
    (word, index) => index > 0 && index < words.length - 1 && particles.has(word.toLowerCase()),
  );
  const cut = at > 0 ? at : words.length - 1;
  return { family: words.slice(cut).join(" "), given: words.slice(0, cut).join(" ") };
}
