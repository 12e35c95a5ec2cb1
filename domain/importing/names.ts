/** A heading's words for comparing: no number, no dots and page number of a printed contents, one kind of quote. */
export function plainHeading(words: string): string {
  return words
    .normalize("NFKC")
    .replace(/[’‘ʼ`´]/gu, "'")
    .replace(/[“”„«»]/gu, '"')
    .replace(/\s+/gu, " ")
    .trim()
    .replace(/\s?(?:[.·…_]{2,}|\s[.·])\s?\d{0,4}$/u, "")
    .replace(
      /^(?:(?:chapter|part|section|teil|kapitel)\s+)?(?:\d{1,2}(?:\.\d{1,2}){0,3}[.):]?|[IVX]{1,5}[.)])\s+/iu,
      "",
    )
    .replace(/^[*_#\s]+|[*_#:\s]+$/gu, "")
    .toLocaleLowerCase("en");
}

const contents = new Set(
  `table of contents|contents|toc|in this article|in this piece|in this post|on this page|what's inside|overview of contents|inhalt|inhaltsverzeichnis|table des matières|sommaire|índice|tabla de contenido|tabla de contenidos|indice|sommario|sumário|inhoud|inhoudsopgave|innehåll|indhold|spis treści|目次|目录|目錄`.split(
    "|",
  ),
);
const sources = new Set(
  `sources|source|references|reference|reference list|list of references|list of sources|bibliography|further reading|works cited|literature|literature cited|cited works|citations|sources and further reading|references and further reading|sources and references|sources & references|references & further reading|sources & further reading|sources cited|selected bibliography|select bibliography|recommended reading|quellen|quellenverzeichnis|quellenangaben|literatur|literaturverzeichnis|einzelnachweise|weiterführende literatur|références|bibliographie|lectures complémentaires|pour aller plus loin|fuentes|referencias|bibliografía|lecturas adicionales|fonti|riferimenti|bibliografia|referências|fontes|bronnen|literatuur|källor|referenser|kilder|źródła|参考文献|来源|出典`.split(
    "|",
  ),
);
const notes = new Set(
  "notes|footnotes|endnotes|notes and references|notes & references|anmerkungen|fußnoten|notas|note".split("|"),
);

/** Says that a heading announces a list of contents. */
export const announcesContents = (words: string): boolean => words.length < 60 && contents.has(plainHeading(words));

/** Says that a heading announces the article's sources; `notes` do so only when every one of them bears a number. */
export function announcesSources(words: string): "sources" | "notes" | null {
  if (words.length > 60) return null;
  const heading = plainHeading(words);
  if (sources.has(heading)) return "sources";
  return notes.has(heading) ? "notes" : null;
}
