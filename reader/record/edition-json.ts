import { absolute, besidePaths, editionPath } from "@/domain/publishing/address";
import { correctionsOf, type EditionView, retractionOf } from "@/domain/publishing/edition";

/**
 * All that an edition's page says, for programs: the text as document JSON, section by section with the digest that was
 * approved, the sources as CSL-JSON, the editions up to it and their corrections. It is enough to compute every digest anew.
 */
export function editionJson(view: EditionView): string {
  const { site, record } = view;
  const at = (path: string): string => absolute(site.baseUrl, path);
  const digests = new Map(record.sections.map(({ id, digest }) => [id, digest]));
  const said = {
    type: "imprimatur-edition",
    version: 1,
    address: at(editionPath(view.slug, view.number)),
    site,
    article: view.articleId,
    edition: {
      id: view.editionId,
      number: view.number,
      kind: view.kind,
      slug: view.slug,
      title: view.title,
      standfirst: view.standfirst,
      byline: view.byline,
      published: view.publishedAt,
      note: view.note,
      digest: record.digest,
    },
    rules: record.rules,
    retraction: retractionOf(view),
    corrections: correctionsOf(view),
    sections: view.parts.map((part) => ({
      id: part.attrs["id"] as string,
      kind: part.type.name,
      digest: digests.get(String(part.attrs["id"])) ?? null,
      body: part.toJSON() as unknown,
    })),
    references: view.references.map(({ id, record: csl }) => ({ id, record: csl })),
    cite: (view.citations?.cite ?? []).map(({ style, runs }) => ({
      style,
      text: runs.map(({ text }) => text).join(""),
    })),
    approvers: view.approvers,
    editions: view.editions
      .filter(({ number }) => number <= view.number)
      .map((line) => ({ ...line, address: at(editionPath(line.slug, line.number)) })),
    receipt: record.receipt === null ? null : at(besidePaths(view.slug, view.number).signedReceipt),
  };
  return `${JSON.stringify(said)}\n`;
}
