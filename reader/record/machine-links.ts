import { articlePath, editionPath, inAscii } from "@/domain/publishing/address";
import { type EditionView, latestEdition } from "@/domain/publishing/edition";
import { machineForms } from "@/domain/publishing/machine-forms";

/** A link to an edition in a form for programs. */
export type MachineLink = { rel: "alternate"; type: string; href: string; title: string; called: string };

/** The links to an edition's forms for programs; the latest one's are those of the article. */
export function machineLinks(view: EditionView): MachineLink[] {
  const isLatest = latestEdition(view).number === view.number;
  const path = isLatest ? articlePath(view.slug) : editionPath(view.slug, view.number);
  return machineForms.map(({ suffix, type, called, short }) => ({
    rel: "alternate",
    type,
    href: inAscii(path) + suffix,
    title: called,
    called: short,
  }));
}
