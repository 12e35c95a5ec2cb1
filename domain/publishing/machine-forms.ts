/**
 * The forms in which every article and edition can be had by a program: what stands at its path with the suffix, and is
 * answered at the path itself to who asks for the type. Where several are as welcome, the first is given.
 */
export const machineForms = [
  { suffix: ".json", type: "application/json", called: "This edition as JSON", short: "JSON" },
  { suffix: ".md", type: "text/markdown", called: "This edition as Markdown", short: "Markdown" },
  { suffix: ".bib", type: "application/x-bibtex", called: "How to cite it, BibTeX", short: "BibTeX" },
  { suffix: ".ris", type: "application/x-research-info-systems", called: "How to cite it, RIS", short: "RIS" },
  {
    suffix: ".csl.json",
    type: "application/vnd.citationstyles.csl+json",
    called: "How to cite it, CSL-JSON",
    short: "CSL-JSON",
  },
] as const;

export type MachineSuffix = (typeof machineForms)[number]["suffix"];
