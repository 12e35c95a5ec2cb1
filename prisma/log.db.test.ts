import { triesInVain, type Way } from "@/server/testing/ways";

const batch = (changed: { version?: string; firstStep?: string; steps?: string; sections?: string }): string =>
  `insert into step_batch (article_id, version, first_step, steps, reason, author_id, sections)
   select id, ${changed.version ?? "version + 1"}, ${changed.firstStep ?? "0"}, ${changed.steps ?? "'[]'"}, 'steps', :ada,
     ${changed.sections ?? "array[:section]::uuid[]"} from article where id = :article`;
const bump = "update article set version = version + 1 where id = :article";

const texts: Way[] = [
  {
    way: "a text changed without a step",
    sql: "update section set body = :otherBody where id = :section",
    refusal: "text_changes_only_along_the_log",
  },
  {
    way: "a text changed and changed back without a step",
    sql: "update section set body = :otherBody where id = :section; update section set body = :body where id = :section",
    refusal: "text_changes_only_along_the_log",
  },
  {
    way: "a text changed under a step of yesterday",
    before: [`:amend; ${batch({})}; ${bump}`],
    sql: "update section set body = :otherBody where id = :section",
    refusal: "text_changes_only_along_the_log",
  },
  {
    way: "a text changed under a step that names another section",
    sql: `:amend; update section set body = :otherBody where id = :section; ${batch({ sections: "array[:front]::uuid[]" })}; ${bump}`,
    refusal: "text_changes_only_along_the_log",
  },
  {
    way: "a text changed under another article's step",
    sql: `update section set body = :otherBody where id = :section;
      ${batch({}).replace("where id = :article", "where id = :foreignArticle")}`,
    refusal: "text_changes_only_along_the_log",
  },
  {
    way: "a text changed with every check put off",
    sql: "set constraints all deferred; update section set body = :otherBody where id = :section",
    refusal: "text_changes_only_along_the_log",
  },
  {
    way: "a text changed after the checks were called",
    sql: "set constraints all immediate; update section set body = :otherBody where id = :section",
    refusal: "text_changes_only_along_the_log",
  },
  {
    way: "a step taken back in a savepoint after the text changed",
    sql: `:amend; savepoint logged; ${batch({})}; ${bump}; rollback to logged; update section set body = :otherBody where id = :section`,
    refusal: "text_changes_only_along_the_log",
  },
  {
    way: "a section deleted without a step",
    sql: "update section set deleted_at = now() where id = :section",
    refusal: "text_changes_only_along_the_log",
  },
  {
    way: "a section restored without a step",
    before: [`:amend; :logByAda; update section set deleted_at = now() where id = :section`],
    sql: "update section set deleted_at = null where id = :section",
    refusal: "text_changes_only_along_the_log",
  },
  {
    way: "a section written without a step",
    sql: `insert into section (id, article_id, kind, position, body, digest)
      select :fresh, article_id, kind, 2, replace(body::text, :section::text, :fresh::text)::jsonb, 'x' from section where id = :section`,
    refusal: "text_changes_only_along_the_log",
  },
  {
    way: "a section carried off to another article",
    sql: "update section set article_id = :foreignArticle where id = :section",
    refusal: "section_stays_in_its_article",
  },
  {
    way: "a source's record changed without a step",
    sql: `update source set record = record || '{"title":"Another"}' where id = :source`,
    refusal: "text_changes_only_along_the_log",
  },
  {
    way: "a number in a source's record written in another form without a step",
    before: [`:amend; :logByAda; update source set record = record || '{"volume":1}' where id = :source`],
    sql: `update source set record = record || '{"volume":1.0}' where id = :source`,
    refusal: "text_changes_only_along_the_log",
  },
  {
    way: "a reference turned to another source without a step",
    sql: "update reference set source_id = :otherSource where id = :reference",
    refusal: "text_changes_only_along_the_log",
  },
  {
    way: "a cited reference taken from the list without a step",
    sql: "update reference set removed_at = now() where id = :reference",
    refusal: "text_changes_only_along_the_log",
  },
  {
    way: "a cited source merged away",
    sql: ":amend; :logByAda; update source set merged_into = :otherSource where id = :source",
    refusal: "merged_source_is_cited_nowhere",
  },
  {
    way: "a source merged into itself",
    sql: "update source set merged_into = id where id = :otherSource",
    refusal: "source_is_not_merged_into_itself",
  },
];

const steps: Way[] = [
  {
    way: "a step of the version that the article has already",
    before: [bump],
    sql: batch({ version: "version" }),
    refusal: "steps_are_numbered_in_order",
  },
  {
    way: "a step of a version that is over",
    before: [bump],
    sql: batch({ version: "version - 1" }),
    refusal: "steps_are_numbered_in_order",
  },
  {
    way: "a step dated before the approval that it follows",
    sql: batch({ version: "(select max(at_version) from approval where article_id = :article)" }),
    refusal: "steps_are_numbered_in_order",
  },
  {
    way: "a step that does not raise the version",
    sql: `:amend; ${batch({ version: "version + 5" })}`,
    refusal: "steps_raise_the_version",
  },
  {
    way: "steps that are not counted",
    sql: `:amend; ${batch({ steps: "'[{}]'" })}; ${bump}`,
    refusal: "steps_are_counted",
  },
  { way: "a gap in the steps", sql: batch({ firstStep: "3" }), refusal: "steps_follow_each_other" },
  {
    way: "steps that are not a list",
    sql: batch({ steps: "'[]'" }).replace("'[]'", `'"[]"'`),
    refusal: "steps_are_a_list",
  },
  { way: "changed text that stays approved", sql: `${batch({})}; ${bump}`, refusal: "changed_text_is_not_approved" },
  {
    way: "changed text that is approved again in the same breath",
    sql: `:amend; ${batch({})}; ${bump}; set constraints all immediate; update article set state = 'approved' where id = :article`,
    refusal: "changed_text_is_not_approved",
  },
  {
    way: "steps rewritten",
    sql: "update step_batch set author_id = :bo where article_id = :article",
    refusal: "steps_are_kept",
  },
  { way: "steps forgotten", sql: "delete from step_batch where article_id = :article", refusal: "steps_are_kept" },
];

const documents: Way[] = [
  ["a citation spelt in another way", `replace(body::text, '"citation"', '"Citation"')::jsonb`],
  ["a node that is not ours", `replace(body::text, '"paragraph"', '"script"')::jsonb`],
  [
    "a mark that is not ours",
    `replace(body::text, '"text": "Links rot."', '"text": "x", "marks": [{"type": "blink"}]')::jsonb`,
  ],
  ["a citation whose items are null", `replace(body::text, '"items": [', '"items": null, "item": [')::jsonb`],
  ["a field beside the content that hides text", `jsonb_set(body, '{Content}', '[]')`],
  ["a body that is another section's", `jsonb_set(body, '{attrs,id}', to_jsonb(:front::text))`],
  ["a front in a section's place", `jsonb_set(body, '{type}', '"front"')`],
  ["a body that is no node at all", `'"text"'::jsonb`],
  ["content that is not a list", `jsonb_set(body, '{content}', '{"type":"citation"}')`],
].map(([way, body]) => ({
  way: way ?? "",
  sql: `:amend; :logByAda; update section set body = ${body} where id = :section`,
  refusal: "section_is_a_document_of_ours",
}));

triesInVain([...texts, ...steps, ...documents]);
