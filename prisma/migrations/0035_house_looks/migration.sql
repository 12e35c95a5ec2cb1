-- How the house looks to readers: its accent, logo, headlines and links (domain/looks). Null is as from the start. It stands with the
-- house's name, which readers may see too, and not among the settings, of which they may see nothing.
alter table site add column looks jsonb;
alter table site add constraint looks_are_an_object check (looks is null or jsonb_typeof(looks) = 'object');
