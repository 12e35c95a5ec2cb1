import type { Piece } from "./found";
import { plainLetters } from "./slug";

/** What PostgreSQL puts around a word that it found, and between two passages: characters that no text has. */
export const marks = { start: "\u0002", stop: "\u0003", between: "\u001e" } as const;

/**
 * Puts the marks that were set in the plain form of a text (without accents) into the text itself, so that readers see
 * its own letters. `marked` are passages of the plain form; one that cannot be placed is shown as it is.
 */
export function inOwnLetters(text: string, marked: string): Piece[] {
  const own = lettersOf(text);
  const pieces: Piece[] = [];
  marked.split(marks.between).forEach((passage, index) => {
    if (index > 0) pieces.push({ text: " … ", hit: false });
    const bare = passage.replaceAll(marks.start, "").replaceAll(marks.stop, "");
    let at = own.plain.indexOf(bare);
    for (const piece of piecesOf(passage)) {
      if (at === -1) pieces.push(piece);
      else {
        pieces.push({ ...piece, text: text.slice(own.from(at), own.from(at + piece.text.length)) });
        at += piece.text.length;
      }
    }
  });
  return pieces.filter((piece) => piece.text);
}

function piecesOf(passage: string): Piece[] {
  return passage.split(marks.start).flatMap((part, index): Piece[] => {
    if (index === 0) return [{ text: part, hit: false }];
    const [hit = "", ...rest] = part.split(marks.stop);
    return [
      { text: hit, hit: true },
      { text: rest.join(""), hit: false },
    ];
  });
}

/** The plain form of a text, and where in the text the letter at a place of the plain form begins. */
function lettersOf(text: string): { plain: string; from: (at: number) => number } {
  const plain = plainLetters(text);
  if (plain === text) return { plain, from: (at) => at };
  const places: number[] = [];
  let joined = "";
  let at = 0;
  for (const { segment } of clusters.segment(text)) {
    const bare = plainLetters(segment);
    for (let index = 0; index < bare.length; index++) places.push(at);
    joined += bare;
    at += segment.length;
  }
  return { plain: joined, from: (place) => places[place] ?? at };
}

const clusters = new Intl.Segmenter("und", { granularity: "grapheme" });
