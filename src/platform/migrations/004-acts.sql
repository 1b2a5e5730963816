-- What was decided about a service's versions, append-only: the live version at an instant is what the acts up to it come to
-- (docs/adr/0020-acts-and-overlays.md).
create table acts (
  council text not null,
  service text not null,
  -- From 1, without gaps: two that were decided on the same history cannot both be kept.
  number integer not null,
  -- publish, roll-back, withdraw or cancel.
  kind text not null,
  -- Of publish and roll-back: the version that goes live. Of cancel: none.
  version integer,
  -- Of cancel: the number of the act that is called off.
  cancels integer,
  -- When it takes effect; later than made_at where it is planned ahead.
  at timestamptz not null,
  made_at timestamptz not null,
  -- officer, operator (the command line) or file (a definition that changed on the disk).
  by text not null,
  officer uuid,
  reason text not null,
  -- The one-time key of the form or call that caused it; none where a file did.
  key uuid,
  primary key (council, service, number),
  unique (council, key)
);

-- Versions that were published before acts were kept were published by their files.
insert into acts (council, service, number, kind, version, at, made_at, by, reason)
select council, service, version, 'publish', version, published_at, published_at, 'file', 'The definition file changed'
from definitions;
