export type DraftFormat = "plain" | "markdown";

const endings: Readonly<Record<string, DraftFormat>> = {
  md: "markdown",
  markdown: "markdown",
  mdown: "markdown",
  mkd: "markdown",
  qmd: "markdown",
  rmd: "markdown",
  txt: "plain",
  text: "plain",
};

/**
 * The format of a draft: what its file's ending says, else what it looks like. A paste has no name. A file called
 * Markdown without a single sign of it is read as plain text, where a line is a paragraph.
 */
export function chooseFormat(text: string, name: string | null): DraftFormat {
  const ending = /\.([a-z]{1,10})$/iu.exec(name ?? "")?.[1]?.toLowerCase() ?? "";
  const named = endings[ending];
  if (named === "markdown") return hasAnySign(text) ? "markdown" : "plain";
  return named ?? (isClearlyMarkdown(text) ? "markdown" : "plain");
}

/** Signs that nobody writes by chance; headings, fences and definitions count for themselves, the rest in company. */
const sure: readonly RegExp[] = [
  /^---\n(?:[\w-]+:.*\n)/u,
  /^ {0,3}#{1,6} \S.*$/mu,
  /^ {0,3}(?:```|~~~)[\w-]*$/mu,
  /^\[\^[^\]\s]{1,100}\]: /mu,
  /^ {0,3}\|?(?: ?:?-{3,}:? ?\|)+/mu,
];
const likely: readonly RegExp[] = [
  /\*\*[^\s*][^*\n]{0,200}\*\*/u,
  /(?<![!\]])\[[^[\]\n]{1,200}\]\((?:https?:|#|\/|mailto:)/u,
  /!\[[^[\]\n]{0,200}\]\(/u,
  /^> \S/mu,
  /(?<![*\w])\*[^\s*][^*\n]{0,200}\*(?![*\w])/u,
  /(?<!`)`[^`\n]{1,200}`(?!`)/u,
  /^\[[^\]\n]{1,100}\]: \S/mu,
  /\[[^[\]@\n]{0,100}-?@\w[^[\]\n]{0,200}\]/u,
];

function isClearlyMarkdown(text: string): boolean {
  const head = text.slice(0, 200_000);
  return sure.some((sign) => sign.test(head)) || likely.filter((sign) => sign.test(head)).length >= 2;
}

const slight: readonly RegExp[] = [
  /(?<!\w)_[^\s_][^_\n]{0,200}_(?!\w)/u,
  /<\/?[a-z][^<>\n]{0,200}>|<!--/iu,
  /^ {0,3}(?:=+|-{2,}|\*{3,})[ \t]*$/mu,
  /\\[\\`*_[\]#]|&#?\w{2,10};/u,
  /[ ]{2}$/mu,
  /~~\S/u,
];

const hasAnySign = (text: string): boolean =>
  [...sure, ...likely, ...slight].some((sign) => sign.test(text.slice(0, 1_000_000)));
