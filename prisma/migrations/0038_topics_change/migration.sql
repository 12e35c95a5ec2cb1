-- Topics are renamed, described, merged and taken away. A merged or removed topic keeps its row, for editions were filed
-- under it; an address that a topic had before leads to the one that it has.
alter table topic
  add column description text not null default '',
  add column merged_into uuid references topic,
  add column removed_at timestamptz(3),
  add constraint topic_is_described_in_short check (description = btrim(description) and char_length(description) <= 300),
  add constraint topic_is_not_merged_into_itself check (merged_into <> id),
  add constraint a_topic_goes_one_way check (merged_into is null or removed_at is null);

create table topic_address (
  slug     text primary key,
  topic_id uuid not null references topic,
  at       timestamptz(3) not null default now()
);

grant select, insert, update, delete on topic_address to imprimatur_app;
