"use client";

import { Button } from "@/components/ui/button";
import { Menu } from "@/components/ui/menu";

type Props = {
  /** Where the file comes from; the format is added to its query. */
  href: string;
  label: string;
  small?: boolean;
};

/** A button that hands sources out as a file, in the format that is picked. */
export function ExportMenu({ href, label, small = false }: Props) {
  return (
    <Menu
      trigger={<Button small={small}>{label}</Button>}
      label={label}
      entries={formats}
      onAction={(format) => window.location.assign(`${href}${href.includes("?") ? "&" : "?"}format=${format}`)}
    />
  );
}

const formats = [
  { id: "bibtex", label: "BibTeX", hint: "for LaTeX" },
  { id: "biblatex", label: "BibLaTeX", hint: "for LaTeX with biber; loses nothing" },
  { id: "ris", label: "RIS", hint: "for most reference managers" },
  { id: "csl-json", label: "CSL-JSON", hint: "for pandoc and Zotero" },
  { id: "enw", label: "EndNote", hint: "tagged, .enw" },
];
