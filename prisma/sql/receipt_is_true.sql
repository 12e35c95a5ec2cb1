-- A receipt is the text that was signed: its hash is of these very bytes, it names its edition and the digest of that
-- edition's text, it follows the article's receipt before it, and its key is the one that signs now: the key's row stays
-- locked until the receipt is written, so no key retires in between. The signature itself is checked by whoever reads it.
create or replace function receipt_is_true() returns trigger
language plpgsql
set search_path = pg_catalog, public, pg_temp
as $$
declare
  printed edition;
  said jsonb := new.text::jsonb -> 'receipt';
begin
  perform 1 from article where id = new.article_id for update;
  select * into printed from edition where id = new.edition_id;
  if new.sha256 is distinct from encode(sha256(convert_to(new.text, 'UTF8')), 'hex') then
    perform refuse('receipt_has_the_hash_of_its_bytes', new.sha256);
  end if;
  if (said #>> '{edition,id}') is distinct from new.edition_id::text
    or (said #>> '{edition,digest}') is distinct from printed.digest
    or (said ->> 'key') is distinct from new.key_id then
    perform refuse('receipt_is_of_its_edition', coalesce(said ->> 'edition', 'it names none'));
  end if;
  if new.previous is distinct from (
    select receipt.sha256 from receipt join edition on edition.id = receipt.edition_id
    where receipt.article_id = new.article_id and edition.number < printed.number
    order by edition.number desc limit 1
  ) or (said ->> 'previous') is distinct from new.previous then
    perform refuse('receipt_follows_the_one_before', coalesce(new.previous, 'it names none'));
  end if;
  perform from signing_key where id = new.key_id and retired_at is null for share;
  if not found then
    perform refuse('receipt_is_signed_by_the_key_of_now', new.key_id);
  end if;
  return new;
end $$;

create or replace trigger receipt_is_true before insert on receipt
  for each row execute function receipt_is_true();
