-- Who looked at a sensitive case, or at this list itself. Rows are added and never changed; what is older than its retention goes.
create table looks (
  council text not null,
  id uuid not null,
  at timestamptz not null,
  -- One of the two.
  officer uuid,
  api_key uuid,
  -- Null where the list of looks was looked at.
  case_id uuid,
  what text not null,
  -- Whether the case was theirs at that moment.
  assigned boolean not null,
  -- By what they saw it, where they may not otherwise.
  emergency uuid,
  primary key (council, id)
);
create index looks_case on looks (council, case_id, id);
create index looks_officer on looks (council, officer, id);
create index looks_at on looks (council, at);

create table emergencies (
  council text not null,
  -- The one-time key of the form.
  id uuid not null,
  officer uuid not null,
  case_id uuid not null,
  reason text not null,
  at timestamptz not null,
  until timestamptz not null,
  primary key (council, id)
);
create index emergencies_standing on emergencies (council, officer, case_id, until);

-- The areas that a councillor speaks for: districts of postcodes.
alter table officers add column areas text[] not null default '{}';

create table leaves (
  council text not null,
  -- The one-time key of the form.
  id uuid not null,
  officer uuid not null,
  -- The first and the last day away.
  from_day date not null,
  to_day date not null,
  cover uuid not null,
  made_by uuid not null,
  made_at timestamptz not null,
  -- Called off.
  ended_at timestamptz,
  primary key (council, id)
);
create index leaves_officer on leaves (council, officer, to_day) where ended_at is null;
create index leaves_cover on leaves (council, cover, to_day) where ended_at is null;

-- The services that a key is good for; null for all.
alter table api_keys add column services text[];
alter table api_keys add column used_at timestamptz;
