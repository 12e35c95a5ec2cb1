-- A retraction keeps the address of the edition that it retracts, though the article may bear another one by now.
create or replace function edition_is_judged() returns trigger
language plpgsql
set search_path = pg_catalog, public, pg_temp
as $$
declare
  held article := lock_article(new.article_id);
  newest edition;
begin
  if current_setting('transaction_isolation') <> 'read committed' then
    perform refuse('edition_sees_what_is_committed', 'an older view could miss what was taken back meanwhile');
  end if;
  new.published_in := this_transaction();
  select * into newest from edition where article_id = new.article_id order by number desc limit 1;
  if new.number <> coalesce(newest.number, 0) + 1 then
    perform refuse('editions_are_numbered_in_order', format('the next one is %s', coalesce(newest.number, 0) + 1));
  end if;
  if new.slug <> held.slug and (new.kind <> 'retraction' or new.slug is distinct from newest.slug) then
    perform refuse('edition_bears_its_articles_slug', held.slug);
  end if;
  if held.withdrawn_at is not null then
    perform refuse('withdrawals_stand', 'what the law took away does not come back');
  end if;
  if new.kind = 'retraction' then
    perform refuse_changed_retraction(new, newest);
  else
    perform refuse_unjudged_edition(new, held);
    perform refuse_wrong_sources(new);
  end if;
  return new;
end $$;
