import { isWebAddress } from "@/server/bibliography/settle";
import { verbatim } from "./fields";
import type { FieldsTaken } from "./taken";

/** Reads DOI, address and what an archive calls the work. */
export function readIdentifiers(
  taken: FieldsTaken,
  draft: Record<string, unknown>,
  left: string[],
  like: "pandoc" | undefined,
): void {
  draft["DOI"] = verbatim(taken.raw("doi")).replace(/^(?:https?:\/\/)?(?:dx\.|www\.)?doi\.org\//iu, "");
  const addresses = verbatim(taken.raw("url")).split(/\s+/u).filter(Boolean);
  const good = addresses.find(isWebAddress);
  if (good) draft["URL"] = good;
  if (addresses.length > (good ? 1 : 0)) left.push("url");
  readEprint(taken, draft, like);
}

function readEprint(taken: FieldsTaken, draft: Record<string, unknown>, like: "pandoc" | undefined): void {
  const [old, id] = [verbatim(taken.raw("arxivid")), verbatim(taken.raw("eprint"))];
  const within = (old || id).replace(/^arxiv:\s*/iu, "");
  const kind = old || /^arxiv:/iu.test(id) ? "arxiv" : verbatim(taken.raw("eprinttype", "archiveprefix")).toLowerCase();
  if (within === "") return;
  if (like === "pandoc") {
    const resolver = resolvers[kind];
    if (resolver && !draft["URL"] && !old) draft["URL"] = resolver + within;
    taken.raw("primaryclass", "eprintclass");
  } else if (kind === "pubmed") draft["PMID"] = within;
  else {
    draft["archive"] = archives[kind] ?? kind;
    draft["archive_location"] = within;
    draft["archive_collection"] = taken.text("eprintclass", "primaryclass");
  }
}

const archives: Readonly<Record<string, string>> = {
  arxiv: "arXiv",
  jstor: "JSTOR",
  hdl: "hdl",
  googlebooks: "Google Books",
};
const resolvers: Readonly<Record<string, string>> = {
  arxiv: "https://arxiv.org/abs/",
  jstor: "https://www.jstor.org/stable/",
  pubmed: "https://www.ncbi.nlm.nih.gov/pubmed/",
  hdl: "https://hdl.handle.net/",
  googlebooks: "https://books.google.com?id=",
};
