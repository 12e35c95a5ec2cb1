-- Refuses every statement that it is hung on, by the trigger's own name: rows are added and then stay as they are.
create or replace function rows_are_kept() returns trigger
language plpgsql
set search_path = pg_catalog, public, pg_temp
as $$
begin
  perform refuse(tg_name, format('%s of %s is never allowed', lower(tg_op), tg_table_name));
end $$;

create or replace trigger steps_are_kept before update or delete or truncate on step_batch
  for each statement execute function rows_are_kept();
create or replace trigger revisions_are_kept before update or delete or truncate on revision
  for each statement execute function rows_are_kept();
create or replace trigger imports_are_kept before update or delete or truncate on import
  for each statement execute function rows_are_kept();
create or replace trigger verdicts_are_kept before update or delete or truncate on verdict
  for each statement execute function rows_are_kept();
create or replace trigger approvals_are_kept before update or delete or truncate on approval
  for each statement execute function rows_are_kept();
create or replace trigger revocations_are_kept before update or delete or truncate on approval_revocation
  for each statement execute function rows_are_kept();
create or replace trigger reports_are_kept before update or delete or truncate on gate_report
  for each statement execute function rows_are_kept();
create or replace trigger editions_never_change before update or delete or truncate on edition
  for each statement execute function rows_are_kept();
create or replace trigger edition_sections_never_change before update or delete or truncate on edition_section
  for each statement execute function rows_are_kept();
create or replace trigger edition_topics_never_change before update or delete or truncate on edition_topic
  for each statement execute function rows_are_kept();
create or replace trigger verifications_are_kept before update or delete or truncate on verification
  for each statement execute function rows_are_kept();
create or replace trigger receipts_are_kept before update or delete or truncate on receipt
  for each statement execute function rows_are_kept();
create or replace trigger pictures_are_kept before update or delete or truncate on picture
  for each statement execute function rows_are_kept();
create or replace trigger picture_forms_are_kept before update or delete or truncate on picture_form
  for each statement execute function rows_are_kept();
create or replace trigger edition_pictures_never_change before update or delete or truncate on edition_picture
  for each statement execute function rows_are_kept();
create or replace trigger history_is_kept before update or delete or truncate on event
  for each statement execute function rows_are_kept();

-- These change, and are never taken away: what was deleted keeps its row.
create or replace trigger people_are_kept before delete or truncate on user_account
  for each statement execute function rows_are_kept();
create or replace trigger articles_are_kept before delete or truncate on article
  for each statement execute function rows_are_kept();
create or replace trigger sections_are_kept before delete or truncate on section
  for each statement execute function rows_are_kept();
create or replace trigger references_are_kept before delete or truncate on reference
  for each statement execute function rows_are_kept();
create or replace trigger sources_are_kept before delete or truncate on source
  for each statement execute function rows_are_kept();
create or replace trigger reviews_are_kept before delete or truncate on review
  for each statement execute function rows_are_kept();
create or replace trigger waivers_are_kept before delete or truncate on waiver
  for each statement execute function rows_are_kept();
create or replace trigger threads_are_kept before delete or truncate on thread
  for each statement execute function rows_are_kept();
create or replace trigger comments_are_kept before delete or truncate on comment
  for each statement execute function rows_are_kept();
create or replace trigger merges_are_kept before delete or truncate on source_merge
  for each statement execute function rows_are_kept();
create or replace trigger signing_keys_are_kept before delete or truncate on signing_key
  for each statement execute function rows_are_kept();
create or replace trigger reader_reports_are_kept before delete or truncate on reader_report
  for each statement execute function rows_are_kept();
