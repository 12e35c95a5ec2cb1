-- Pictures are kept by the SHA-256 of their whole form: a JPEG or PNG that was drawn anew from what was brought, so that nothing
-- of a camera (its place, its owner) is in it. What is kept never changes and never goes.
create table picture (
  sha256      text primary key,
  type        text not null constraint picture_type_is_known check (type in ('jpeg', 'png')),
  width       integer not null constraint picture_has_a_width check (width between 1 and 10000),
  height      integer not null constraint picture_has_a_height check (height between 1 and 10000),
  bytes       bytea not null,
  name        text not null constraint picture_name_is_short check (length(name) <= 300),
  uploaded_by uuid not null references user_account,
  uploaded_at timestamptz(3) not null default now(),
  constraint picture_is_named_by_its_hash check (sha256 = encode(sha256(bytes), 'hex')),
  constraint picture_is_what_it_says unique (sha256, width, height, type)
);

-- The same picture as WebP, in each width that pages offer.
create table picture_form (
  sha256 text not null references picture,
  width  integer not null,
  bytes  bytea not null,
  primary key (sha256, width)
);

-- Which picture which part of which edition shows.
create table edition_picture (
  edition_id uuid not null,
  section_id uuid not null,
  sha256     text not null,
  width      integer not null,
  height     integer not null,
  type       text not null,
  primary key (edition_id, section_id, sha256),
  constraint edition_picture_is_of_a_part foreign key (edition_id, section_id) references edition_section (edition_id, section_id),
  constraint edition_shows_kept_pictures foreign key (sha256, width, height, type) references picture (sha256, width, height, type)
);
create index edition_picture_by_picture on edition_picture (sha256);

-- The pictures that a part's figures show, each once, as they are written there.
create or replace function pictures_in(part jsonb) returns setof jsonb
language sql immutable parallel safe
set search_path = pg_catalog, public, pg_temp
as $$
  select distinct picture
  from jsonb_path_query(part, '$.**?(@.type == "figure").attrs.picture') as picture
  where jsonb_typeof(picture) = 'object'
$$;

-- Which pictures an edition shows is read from its text, never from a statement; one that is not kept as it is named there
-- (its size and type too) fails by the key edition_shows_kept_pictures.
create or replace function edition_shows_pictures() returns trigger
language plpgsql
set search_path = pg_catalog, public, pg_temp
as $$
begin
  insert into edition_picture (edition_id, section_id, sha256, width, height, type)
  select new.edition_id, new.section_id, picture ->> 'sha256',
    (picture ->> 'width')::integer, (picture ->> 'height')::integer, picture ->> 'type'
  from pictures_in(new.body) as picture;
  return null;
end $$;

create or replace trigger edition_shows_pictures after insert on edition_section
  for each row execute function edition_shows_pictures();

-- Nobody makes a picture public by saying that an edition shows it: the text of that edition has to.
create or replace function edition_picture_is_in_its_text() returns trigger
language plpgsql
set search_path = pg_catalog, public, pg_temp
as $$
begin
  if not exists (
    select from edition_section cross join lateral pictures_in(body) as picture
    where edition_id = new.edition_id and section_id = new.section_id and picture ->> 'sha256' = new.sha256
  ) then
    perform refuse('edition_picture_is_in_its_text', 'that section of the edition does not show it');
  end if;
  return new;
end $$;

create or replace trigger edition_picture_is_in_its_text before insert on edition_picture
  for each row execute function edition_picture_is_in_its_text();

create or replace trigger pictures_are_kept before update or delete or truncate on picture
  for each statement execute function rows_are_kept();
create or replace trigger picture_forms_are_kept before update or delete or truncate on picture_form
  for each statement execute function rows_are_kept();
create or replace trigger edition_pictures_never_change before update or delete or truncate on edition_picture
  for each statement execute function rows_are_kept();

-- All that readers can see of pictures: those that an edition of an article shows which the law did not take away. Of one that
-- only withdrawn articles showed nothing is left but that it is gone. A draft's pictures are not in here.
create view published_picture with (security_barrier) as
  select picture.sha256, form.width, form.type, case when shown.stands then form.bytes end as bytes
  from picture
  join lateral (
    select bool_or(article.withdrawn_at is null) as stands
    from edition_picture join edition on edition.id = edition_id join article on article.id = edition.article_id
    where edition_picture.sha256 = picture.sha256
  ) as shown on shown.stands is not null
  cross join lateral (
    select picture.width, picture.type, picture.bytes
    union all
    select picture_form.width, 'webp', picture_form.bytes from picture_form where picture_form.sha256 = picture.sha256
  ) as form;

-- Update and delete are granted on insert-only tables too: the refusal then is a trigger's, by name, and says why.
grant select, insert, update, delete on picture, picture_form, edition_picture to imprimatur_app;
grant select on published_picture to imprimatur_reader;
revoke execute on function pictures_in(jsonb), edition_shows_pictures(), edition_picture_is_in_its_text() from public;
grant execute on function pictures_in(jsonb) to imprimatur_app;
