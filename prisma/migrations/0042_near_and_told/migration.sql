-- What readers are helped by where they miss a page, and what they are told who follow a list.

-- A mistyped address is right before the mistake and right behind it, so what was meant stands beside it among the published
-- addresses, in the order of their beginnings or of their ends; the same for titles, written as an address would be. So a look at
-- what is near costs the same however much is published. What was retracted is not even in these indexes.
alter table published_article add column title_slug text not null default '';
create index published_by_slug on published_article (slug text_pattern_ops) where standing;
create index published_by_slug_end on published_article (reverse(slug) text_pattern_ops) where standing;
create index published_by_title on published_article (title_slug text_pattern_ops) where standing;
create index published_by_title_end on published_article (reverse(title_slug) text_pattern_ops) where standing;

-- The picture that stands for an article in feeds: of what its edition shows the first that is no decoration.
alter table published_article add column picture text references picture;

-- A retracted article stands on no page of a list; where readers follow the list it is kept on it, for its feeds to say so.
-- Feeds tell what changed last.
alter table listed
  alter column page drop not null,
  add column latest_at timestamptz(3);
update listed set latest_at = published_article.latest_at
  from published_article where published_article.article_id = listed.article_id;
update listed set latest_at = first_at where latest_at is null;
alter table listed alter column latest_at set not null;
create index listed_by_latest on listed (list, latest_at desc, article_id);
