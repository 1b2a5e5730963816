-- How often a draft's answers or files have changed, so that sending takes them as they were read or not at all.
alter table drafts add column saves integer not null default 0;
