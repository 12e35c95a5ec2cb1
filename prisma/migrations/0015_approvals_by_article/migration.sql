-- Every save asks for the article's latest approval; without this it would read those of all articles.
create index approval_by_version on approval (article_id, at_version);
