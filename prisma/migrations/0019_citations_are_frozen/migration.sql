-- An edition keeps its citations as they were formatted when it was published, with the style and the language; editions
-- from before have none and are drawn in the house's own words. What formatting came to is kept for a while by its key.

alter table edition
  add column style     text,
  add column locale    text,
  add column formatted jsonb,
  add constraint formatted_says_its_style check ((formatted is null) = (style is null) and (style is null) = (locale is null));

create index formatted_by_age on formatted (at);
