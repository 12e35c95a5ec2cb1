/** The statement of an edition with one thing changed: `print` with some of its SQL replaced. */
export const printing = (
  column: "number" | "kind" | "title" | "slug" | "digest" | "sources",
  value: string,
): string => {
  const columns: Record<typeof column, string> = {
    number: "1",
    kind: "'first'",
    title: "'Links rot'",
    slug: "slug",
    digest: "digest",
    sources: ":frozen",
  };
  columns[column] = value;
  const { number, kind, title, slug, digest, sources } = columns;
  return `insert into edition (id, article_id, number, kind, slug, title, standfirst, byline, digest, gate_report_id, "references", published_by)
    select :edition, id, ${number}, ${kind}, ${slug}, ${title}, '', 'Ada Editor', ${digest}, :report, ${sources}, :ada
    from article where id = :article`;
};

/** The statement of the edition's sections with the body, the approval or the approver of its section replaced. */
export const binding = (replaced: { body?: string; approval?: string; approver?: string; position?: string }): string =>
  `insert into edition_section (edition_id, section_id, article_id, position, kind, body, digest, approval_id, approved_by)
   select :edition, id, article_id, ${replaced.position ?? "position"}, kind, ${replaced.body ?? "body"}, digest,
     ${replaced.approval ?? ":sectionApproval"}, ${replaced.approver ?? ":bo"}
   from section where id = :section; :receipt`;

/** The same statements for a second edition with a report of its own (`:fresh` and `:fresher`). */
export const again = (sql: string): string => sql.replaceAll(":report", ":fresh").replaceAll(":edition", ":fresher");
