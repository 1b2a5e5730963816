-- Council is in every primary, unique and exclusion key and in every join (docs/adr/0004-council-in-every-key.md).
-- Ids are UUIDv7 made by the program. Times are instants in UTC, set by the program's clock.

-- An immutable, numbered version of a service's definition, with the fragments it was compiled from.
create table definitions (
  council text not null,
  service text not null,
  version integer not null,
  hash text not null,
  source text not null,
  fragments jsonb not null,
  published_at timestamptz not null,
  primary key (council, service, version),
  unique (council, service, hash)
);

-- A journey not yet submitted. Once submitted it keeps its reference, so that a second submit finds it, and no answers.
create table drafts (
  council text not null,
  id uuid not null,
  service text not null,
  version integer not null,
  channel text not null,
  officer uuid,
  answers jsonb not null default '{}',
  files jsonb not null default '[]',
  outcome text,
  -- When it came to that outcome first, so that the figures can be counted again.
  ended_at timestamptz,
  reference text,
  rated boolean not null default false,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (council, id)
)
-- Each answer writes its draft anew: with room on its page that touches no index, and the room is used again without waiting for a vacuum.
with (fillfactor = 50);

-- A single-use, short-lived link that opens a draft on another device. Its token is made when the email is sent, and only its hash is kept;
-- the address it goes to is forgotten once it is sent.
create table resume_links (
  council text not null,
  id uuid not null,
  draft uuid not null,
  email text,
  token_hash bytea,
  expires_at timestamptz,
  used_at timestamptz,
  primary key (council, id),
  unique (council, token_hash)
);

-- The fold of a case's events: what may be searched, listed and shown. It can be made again from them.
create table cases (
  council text not null,
  id uuid not null,
  reference text not null,
  -- One per submission: a retry, a second tab or a double press finds the case that is there.
  submission uuid not null,
  service text not null,
  version integer not null,
  channel text not null,
  stage text not null,
  priority text not null,
  team text not null,
  officer uuid,
  answers jsonb not null,
  person jsonb not null,
  -- Last name first, lower case, without accents.
  person_search text,
  person_email text,
  person_postcode text,
  tell_by text not null,
  fee_pence bigint,
  opened_at timestamptz not null,
  due_at timestamptz not null,
  closed_at timestamptz,
  updated_at timestamptz not null,
  waiting_reply boolean not null default false,
  -- The newest event: its number in the case and its hash.
  event_count integer not null,
  head bytea not null,
  primary key (council, id),
  unique (council, reference),
  unique (council, submission)
);
create index cases_open_due on cases (council, due_at, id) where closed_at is null;
create index cases_open_team on cases (council, team, due_at, id) where closed_at is null;
create index cases_open_officer on cases (council, officer, due_at, id) where closed_at is null and officer is not null;
create index cases_opened on cases (council, opened_at, id);
create index cases_person on cases (council, person_search text_pattern_ops);

-- One thing that happened to a case; append-only, chained by hash (docs/adr/0005-events-chained-yet-erasable.md).
-- personal and salt are set to null when a person is erased; the chain is taken over their commitment, which stays.
create table events (
  council text not null,
  case_id uuid not null,
  number integer not null,
  kind text not null,
  at timestamptz not null,
  channel text not null,
  officer uuid,
  data jsonb not null,
  personal jsonb,
  salt bytea,
  commitment bytea,
  previous bytea not null,
  hash bytea not null,
  -- The one-time key of the form or call that caused it.
  key uuid not null,
  primary key (council, case_id, number),
  unique (council, key)
);

-- The outbox: work to be done after a commit, written in the same transaction as its cause.
create table jobs (
  council text not null,
  id uuid not null,
  kind text not null,
  payload jsonb not null,
  run_at timestamptz not null,
  attempts integer not null default 0,
  leased_until timestamptz,
  -- Set when it failed too often: the dead-letter list.
  dead_at timestamptz,
  problem text,
  created_at timestamptz not null,
  primary key (council, id)
);
create index jobs_ready on jobs (council, kind, run_at) where dead_at is null;
create index jobs_dead on jobs (council, dead_at) where dead_at is not null;

-- Something told to a person. Unique by its cause, so that a job run twice tells once.
create table messages (
  council text not null,
  id uuid not null,
  case_id uuid,
  cause text not null,
  way text not null,
  recipient text not null,
  subject text not null,
  body text not null,
  state text not null,
  -- Why it is not sent, as officers read it.
  problem text,
  created_at timestamptz not null,
  sent_at timestamptz,
  primary key (council, id),
  unique (council, cause)
);
create index messages_case on messages (council, case_id, created_at);
create index messages_state on messages (council, state, created_at);

-- A file's bytes lie in the file store under its hash; this says who may see it.
create table files (
  council text not null,
  id uuid not null,
  sha256 text not null,
  name text not null,
  type text not null,
  size integer not null,
  draft uuid,
  case_id uuid,
  created_at timestamptz not null,
  primary key (council, id)
);
create index files_case on files (council, case_id);
create index files_draft on files (council, draft);

create table officers (
  council text not null,
  id uuid not null,
  email text not null,
  name text not null,
  password text not null,
  roles text[] not null,
  teams text[] not null,
  failures integer not null default 0,
  locked_until timestamptz,
  disabled_at timestamptz,
  created_at timestamptz not null,
  primary key (council, id),
  unique (council, email)
);

create table sessions (
  council text not null,
  token_hash bytea not null,
  officer uuid not null,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  primary key (council, token_hash)
);
create index sessions_officer on sessions (council, officer);

create table api_keys (
  council text not null,
  id uuid not null,
  name text not null,
  key_hash bytea not null,
  rights text[] not null,
  created_at timestamptz not null,
  revoked_at timestamptz,
  primary key (council, id),
  unique (council, key_hash)
);

-- What an API call with an idempotency key asked, so that the same key with other words is refused.
create table api_calls (
  council text not null,
  submission uuid not null,
  body_hash bytea not null,
  created_at timestamptz not null,
  primary key (council, submission)
);

-- Figures, kept up as events happen. One row a service, day, channel and measure.
create table measures (
  council text not null,
  service text not null,
  day date not null,
  channel text not null,
  measure text not null,
  count bigint not null,
  total bigint not null,
  primary key (council, service, day, channel, measure)
);
-- The same figures a month, so that a page of years reads thousands of rows and not a million. `month` is its first day.
create table monthly_measures (
  council text not null,
  month date not null,
  service text not null,
  channel text not null,
  measure text not null,
  count bigint not null,
  total bigint not null,
  primary key (council, month, service, channel, measure)
);

-- Values the installation makes once and keeps: the key that signs cookies and forms.
create table secrets (
  council text not null,
  name text not null,
  value bytea not null,
  primary key (council, name)
);
