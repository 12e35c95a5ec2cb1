import { Href } from "@/domain/document/attributes";
import { type Inline, type LedgerLine, type TextMark, textInline } from "./tree";

/**
 * Inlines as they may enter a document: white space collapsed, control characters gone, links that lead somewhere. A
 * link to no web address becomes a promise; one within the text, or of a kind that we do not link to, keeps its words
 * only. What went is said in `lines`.
 */
export function cleanInlines(inlines: readonly Inline[], lines: LedgerLine[]): Inline[] {
  const clean: Inline[] = [];
  for (const inline of inlines) {
    const next = inline.kind === "text" || inline.kind === "verbatim" ? cleanText(inline, lines) : inline;
    const last = clean.at(-1);
    if (next.kind === "promise" && last?.kind === "promise" && last.target === next.target && inline.kind !== "promise")
      clean[clean.length - 1] = { ...last, text: last.text + next.text };
    else clean.push(next);
  }
  return trimmed(collapsed(clean));
}

type Words = Extract<Inline, { text: string; marks: readonly TextMark[] }>;

function cleanText(inline: Words, lines: LedgerLine[]): Inline {
  const text = readable(inline.text);
  const link = inline.marks.find((mark) => mark.kind === "link");
  if (!link) return { ...inline, text };
  const others = inline.marks.filter((mark) => mark.kind !== "link");
  const href = withoutTracking(link.href);
  if (href !== link.href)
    lines.push({ what: "address", text: link.href, reason: "The mark of a chat assistant was taken off the address." });
  if (Href.safeParse(href).success) {
    const shown = text === link.href ? href : text;
    return { kind: inline.kind, text: shown, marks: [...others, { kind: "link", href }] };
  }
  const why = reasonToUnlink(href);
  if (!why) return { kind: "promise", target: href, text };
  lines.push({ what: "link", text: `${text} (${href})`, reason: why });
  return { ...inline, text, marks: others };
}

/** Takes `utm_source=chatgpt.com` and its like out of an address; the rest of it stays as it is. */
function withoutTracking(href: string): string {
  return href
    .replace(
      /([?&])utm_source=(?:chatgpt|openai|perplexity|copilot|gemini|claude)(?:\.(?:com|ai))?(?:&|(?=#)|$)/giu,
      "$1",
    )
    .replace(/[?&](?=#|$)/u, "");
}

function reasonToUnlink(href: string): string | null {
  if (href.length > 2000) return "The address is too long for a link; its words stay.";
  if (/^#./u.test(href)) return "A link within the text; the contents and notes are made anew.";
  if (
    /^(?:javascript|data|vbscript|file|ftps?|sftp|tel|sms|blob|about|wss?|irc|git|ssh|magnet|urn|doi|tg|chrome)\s*:/iu.test(
      href,
    )
  )
    return "Only web and mail addresses become links; the words stay.";
  return null;
}

/** Text without what cannot be seen or stored: control characters, byte order marks. */
export function readable(text: string): string {
  return text.replace(/[\u0000-\u0008\u000E-\u001F\u007F\uFEFF]/gu, "");
}

function collapsed(inlines: readonly Inline[]): Inline[] {
  return inlines.map((inline) => {
    if (inline.kind === "text") return { ...inline, text: inline.text.replace(/[ \t\n\r\f\v\u2028\u2029]+/gu, " ") };
    return inline.kind === "verbatim" ? { ...inline, text: inline.text.replace(/\s*\n\s*/gu, " ") } : inline;
  });
}

/** Without white space or breaks at either end, and without pieces that are empty. */
function trimmed(inlines: readonly Inline[]): Inline[] {
  const kept = inlines.filter((inline) => inline.kind !== "text" || inline.text !== "");
  while (kept.length > 0 && isBlank(kept[0])) kept.shift();
  while (kept.length > 0 && isBlank(kept.at(-1))) kept.pop();
  const first = kept[0];
  if (first?.kind === "text") kept[0] = textInline(first.text.trimStart(), first.marks);
  const last = kept.at(-1);
  if (last?.kind === "text") kept[kept.length - 1] = textInline(last.text.trimEnd(), last.marks);
  return kept.filter((inline) => !("text" in inline) || inline.kind === "promise" || inline.text !== "");
}

const isBlank = (inline: Inline | undefined): boolean =>
  inline?.kind === "break" || ((inline?.kind === "text" || inline?.kind === "verbatim") && inline.text.trim() === "");
