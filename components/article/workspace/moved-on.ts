/** Whether an original has an edition that its translation was not made from; one that readers cannot have has not moved. */
export const hasMovedOn = ({ edition, ofEdition }: { edition: number | null; ofEdition: number | null }): boolean =>
  edition !== null && edition !== ofEdition;
