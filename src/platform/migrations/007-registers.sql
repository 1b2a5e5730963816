-- The rows of a council's registers, by the hash of their file: the versions that choose from the same rows share them.
create table registers (
  council text not null,
  hash text not null,
  content text not null,
  kept_at timestamptz not null,
  primary key (council, hash)
);

-- Which registers a version chooses from, by name: how each is read, and the hash of its rows.
alter table definitions add column registers jsonb not null default '{}';
