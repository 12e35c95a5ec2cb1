import { articlePath, editionPath, inAscii } from "@/domain/publishing/address";
import { type EditionView, latestEdition } from "@/domain/publishing/edition";
import { machineForms } from "@/domain/publishing/machine-forms";

/** A link to an edition in a form for programs. */
export type MachineLink = { rel: "alternate"; type: string; href: string; title: string; called: string };

/** The links to an edition's forms for programs at its permanent address. */
export const editionForms = (view: EditionView): MachineLink[] => formsAt(editionPath(view.slug, view.number));

/** The links to what the page that shows an edition is for programs; the latest one's are those of the article. */
export const pageForms = (view: EditionView): MachineLink[] =>
  latestEdition(view).number === view.number ? formsAt(articlePath(view.slug)) : editionForms(view);

const formsAt = (path: string): MachineLink[] =>
  machineForms.map(({ suffix, type, called, short }) => ({
    rel: "alternate",
    type,
    href: inAscii(path) + suffix,
    title: called,
    called: short,
  }));
