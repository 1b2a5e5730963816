-- An archive of everything that is held about a person, which they have asked for. Its bytes lie in the file store until it is removed.
create table archives (
  council text not null,
  -- The one-time key of the form that asked for it.
  id uuid not null,
  person uuid not null,
  officer uuid not null,
  -- What was reviewed: nothing that came later is in it unseen.
  cases uuid[] not null,
  calls uuid[] not null,
  drafts uuid[] not null,
  -- What is left out, and under which exemption: [{"item": "...", "why": "third-party"}].
  left_out jsonb not null,
  -- 'making', 'ready' or 'gone'.
  state text not null,
  sha256 text,
  bytes bigint,
  asked_at timestamptz not null,
  until timestamptz,
  primary key (council, id)
);
create index archives_asked on archives (council, asked_at, id);

-- Each making, download and removal of an archive.
create table archive_log (
  council text not null,
  id uuid not null,
  archive uuid not null,
  kind text not null,
  officer uuid,
  at timestamptz not null,
  primary key (council, id)
);
create index archive_log_of on archive_log (council, archive, at);
