import type { SourceIdentity } from "./library-view";

/** An identity of a source with what it is called, leading to where the work is found by it. */
export function Identifier({ identity, linked = false }: { identity: SourceIdentity; linked?: boolean }) {
  const { scheme, value } = identity;
  const place = placeOf(identity);
  return (
    <span className="inline-flex min-w-0 items-baseline gap-1.5 text-[12.5px]">
      <span className="shrink-0 font-semibold text-ink-faint">{names[scheme] ?? scheme}</span>
      {linked && place ? (
        <a
          href={place}
          target="_blank"
          rel="noreferrer"
          className="min-w-0 break-all text-accent underline decoration-rule-strong underline-offset-3 hover:decoration-accent"
        >
          {value}
        </a>
      ) : (
        <span className="min-w-0 truncate text-ink-soft">{scheme === "url" ? bare(value) : value}</span>
      )}
    </span>
  );
}

const names: Record<string, string> = {
  doi: "DOI",
  isbn: "ISBN",
  pmid: "PMID",
  pmcid: "PMCID",
  arxiv: "arXiv",
  url: "Web",
};

const bare = (address: string): string => address.replace(/^https?:\/\/(?:www\.)?/u, "").replace(/\/$/u, "");

function placeOf({ scheme, value }: SourceIdentity): string | null {
  switch (scheme) {
    case "doi":
      return `https://doi.org/${value.split("/").map(encodeURIComponent).join("/")}`;
    case "pmid":
      return `https://pubmed.ncbi.nlm.nih.gov/${value}/`;
    case "pmcid":
      return `https://pmc.ncbi.nlm.nih.gov/articles/${value}/`;
    case "arxiv":
      return `https://arxiv.org/abs/${value}`;
    case "url":
      return /^https?:\/\//u.test(value) ? value : null;
    default:
      return null;
  }
}
