-- Every edition gets a receipt: what was published, on which sources, who approved it, signed with the installation's key
-- and chained to the article's receipt before it. The public halves of all keys stay published, with their periods.
create table signing_key (
  -- The thumbprint of the public key as a JWK (RFC 7638).
  id         text primary key constraint key_is_named_by_its_thumbprint check (id ~ '^[A-Za-z0-9_-]{43}$'),
  -- The Ed25519 public key (RFC 8032), base64url.
  public     text not null unique,
  -- The private key (PKCS #8, PEM); null for one that is kept elsewhere, and once the key has retired.
  secret     text,
  made_at    timestamptz(3) not null default now(),
  retired_at timestamptz(3),
  constraint a_retired_key_has_no_secret check (retired_at is null or secret is null)
);
create unique index one_key_signs_at_a_time on signing_key ((true)) where retired_at is null;

create table receipt (
  edition_id uuid primary key,
  article_id uuid not null,
  sha256     text not null unique,
  previous   text constraint receipt_follows_a_receipt references receipt (sha256),
  key_id     text not null constraint receipt_is_signed_by_a_known_key references signing_key,
  -- The very bytes that are published.
  text       text not null,
  at         timestamptz(3) not null default now(),
  constraint receipt_is_of_an_edition foreign key (article_id, edition_id) references edition (article_id, id)
);
create index receipt_by_article on receipt (article_id);

-- A receipt is the text that was signed: its hash is of these very bytes, it names its edition and the digest of that
-- edition's text, and it follows the article's receipt before it. The signature itself is checked by whoever reads it.
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
  return new;
end $$;

create or replace trigger receipt_is_true before insert on receipt
  for each row execute function receipt_is_true();

-- At the end of the transaction that publishes, the edition has its receipt. Editions from before there were any have none.
create or replace function edition_was_given_a_receipt() returns trigger
language plpgsql
set search_path = pg_catalog, public, pg_temp
as $$
begin
  if not exists (select from receipt where edition_id = new.id) then
    perform refuse('edition_has_a_receipt', format('edition %s has none', new.number));
  end if;
  return null;
end $$;

drop trigger if exists edition_was_given_a_receipt on edition;
create constraint trigger edition_was_given_a_receipt after insert on edition
  deferrable initially deferred for each row execute function edition_was_given_a_receipt();

-- A key that signed stays known: all that may happen to it is that it retires, once, and forgets its private part.
create or replace function key_only_retires() returns trigger
language plpgsql
set search_path = pg_catalog, public, pg_temp
as $$
begin
  if old.retired_at is not null or new.retired_at is null or new.secret is not null
    or (new.id, new.public, new.made_at) is distinct from (old.id, old.public, old.made_at) then
    perform refuse('a_key_only_retires', old.id);
  end if;
  return new;
end $$;

create or replace trigger key_only_retires before update on signing_key
  for each row execute function key_only_retires();

create or replace trigger receipts_are_kept before update or delete or truncate on receipt
  for each statement execute function rows_are_kept();
create or replace trigger signing_keys_are_kept before delete or truncate on signing_key
  for each statement execute function rows_are_kept();

revoke execute on function receipt_is_true(), edition_was_given_a_receipt(), key_only_retires() from public;
grant select, insert on receipt to imprimatur_app;
grant select, insert, update on signing_key to imprimatur_app;
