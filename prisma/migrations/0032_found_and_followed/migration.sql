-- What readers find articles by: topics, other languages, and the lists and the search that follow from what is published.

create table topic (
  id         uuid primary key,
  slug       text not null unique,
  name       text not null,
  created_by uuid not null references user_account,
  created_at timestamptz(3) not null default now(),
  constraint topic_is_named check (name = btrim(name) and char_length(name) between 1 and 60),
  constraint topic_slug_is_one_word check (slug ~ '^[^[:space:]/?#A-Z]{1,80}$' and slug !~ '^[0-9]+$')
);
create unique index topic_name_is_its_own on topic (lower(name));

-- What the desk files a draft under; an edition keeps what it was filed under when it was published.
create table article_topic (
  article_id uuid not null references article,
  topic_id   uuid not null references topic,
  primary key (article_id, topic_id)
);
create table edition_topic (
  edition_id uuid not null references edition,
  topic_id   uuid not null references topic,
  primary key (edition_id, topic_id)
);
create or replace trigger edition_topics_never_change before update or delete or truncate on edition_topic
  for each statement execute function rows_are_kept();

-- Articles with one work are the same text in several languages.
create table translation (
  article_id uuid primary key references article,
  work       uuid not null
);
create index translation_by_work on translation (work);

-- What is published, one row an article: all that lists, feeds and the readers' search are made of. A retracted article
-- keeps its row and stands no more; one that was withdrawn by law has none.
create table published_article (
  article_id uuid primary key references article,
  edition_id uuid not null references edition,
  slug       text not null,
  title      text not null,
  standfirst text not null,
  byline     text not null,
  language   text not null,
  number     integer not null,
  kind       text not null,
  note       text,
  standing   boolean not null,
  sources    integer not null,
  first_at   timestamptz(3) not null,
  latest_at  timestamptz(3) not null,
  words      text not null,
  search     tsvector not null,
  constraint a_retraction_stands_no_more check (standing = (kind <> 'retraction'))
);
create index published_by_first on published_article (first_at desc, article_id) where standing;
create index published_by_latest on published_article (latest_at desc, article_id);
create index published_by_words on published_article using gin (search) with (fastupdate = off);

-- A list that readers can open, and which page of it an article stands on: given once, so that older pages stay as they are.
create table list (
  name       text primary key,
  kind       text not null,
  slug       text not null,
  title      text not null,
  articles   integer not null default 0,
  pages      integer not null default 1,
  latest_at  timestamptz(3) not null,
  constraint list_kind_is_known check (kind in ('topic', 'author', 'month', 'language', 'sitemap'))
);
create index list_by_kind on list (kind, latest_at desc);
create table listed (
  list       text not null references list,
  article_id uuid not null references article,
  page       integer not null,
  first_at   timestamptz(3) not null,
  primary key (list, article_id)
);
create index listed_by_page on listed (list, page);
create index listed_by_first on listed (list, first_at desc, article_id);
create index listed_by_article on listed (article_id);
create table list_page (
  list       text not null references list,
  page       integer not null,
  touched    boolean not null default true,
  changed_at timestamptz(3) not null default now(),
  primary key (list, page)
);
create index list_page_touched on list_page (list, page) where touched;

-- Every word that is published, so that a mistyped one finds the nearest by its trigrams.
create table published_word (
  word text primary key
);
create index published_word_by_trigram on published_word using gin (word trigrams.gin_trgm_ops);
grant usage on schema trigrams to imprimatur_reader;

grant select, insert, update, delete on
  topic, article_topic, edition_topic, translation, published_article, list, listed, list_page, published_word
to imprimatur_app;
grant select on published_article, published_word, list to imprimatur_reader;

-- What was published before is listed at once; its text and its lists follow when the worker bakes everything anew.
insert into published_article (article_id, edition_id, slug, title, standfirst, byline, language, number, kind, note,
  standing, sources, first_at, latest_at, words, search)
select article.id, latest.id, latest.slug, latest.title, latest.standfirst, latest.byline, 'en', latest.number,
  latest.kind::text, latest.note, latest.kind <> 'retraction', jsonb_array_length(latest."references"),
  first.published_at, latest.published_at, '', to_tsvector('simple', latest.title)
from article
join edition latest on latest.id = article.live_edition_id
join edition first on first.article_id = article.id and first.number = 1
where article.withdrawn_at is null;
