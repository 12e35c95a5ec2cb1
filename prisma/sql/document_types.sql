-- The nodes and marks of the one schema (domain/document/nodes.ts and marks.ts; a test compares).
create or replace function document_node_types() returns text[]
language sql immutable parallel safe
set search_path = pg_catalog, public, pg_temp
as $$ select array[
  'doc', 'front', 'title', 'standfirst', 'byline', 'section', 'heading', 'paragraph', 'subheading', 'blockquote',
  'bulletList', 'orderedList', 'listItem', 'codeBlock', 'table', 'tableRow', 'tableHeader', 'tableCell',
  'caption', 'figure', 'horizontalRule', 'text', 'hardBreak', 'citation', 'placeholderLink', 'claim'
] $$;

create or replace function document_mark_types() returns text[]
language sql immutable parallel safe
set search_path = pg_catalog, public, pg_temp
as $$ select array['link', 'articleLink', 'em', 'strong', 'strike', 'sub', 'sup', 'code'] $$;
