-- Functions are the owner's: nobody hangs a trigger function on a table of their own, and the app may call just what its
-- statements need to be checked.
revoke execute on all functions in schema public from public;
grant execute on function
  refuse(text, text), this_transaction(), lock_article(uuid),
  document_node_types(), document_mark_types(), document_fault(jsonb, uuid, text),
  cited_in(jsonb), hash_of_text(jsonb, jsonb), imprimatur_text_hash(uuid), contributors_of(uuid),
  unlogged_section_citing(reference), trimmed(text), text_of_front(jsonb, integer),
  refuse_changed_retraction(edition, edition), refuse_unjudged_edition(edition, article), refuse_wrong_sources(edition),
  refuse_changed_section(edition_section, edition), refuse_other_text(edition_section),
  refuse_unapproved(edition_section, jsonb), refuse_holes(jsonb, jsonb), refuse_dead_links(edition_section)
to imprimatur_app;
