-- Which round of a case's addresses for replies counts: an officer who ends a round makes every address that was sent before useless. No row is round 0.
create table reply_rounds (
  council text not null,
  case_id uuid not null,
  round integer not null,
  primary key (council, case_id)
);
-- Messages that did not arrive, until an officer has dealt with them.
create index messages_undelivered on messages (council, created_at, id) where state in ('failed', 'bounced');
-- Who was mentioned in which note, and until when they had not seen it. Says nothing of the person of the case.
create table mentions (
  council text not null,
  officer uuid not null,
  case_id uuid not null,
  -- The number of the note's event.
  event integer not null,
  at timestamptz not null,
  seen_at timestamptz,
  primary key (council, officer, case_id, event)
);
create index mentions_unseen on mentions (council, officer, case_id) where seen_at is null;

-- What an officer wants to be told by email, and the hash of the token of their calendar. No row: everything, and no calendar.
create table officer_settings (
  council text not null,
  officer uuid not null,
  told_given boolean not null,
  told_mentioned boolean not null,
  told_daily boolean not null,
  calendar_hash bytea,
  primary key (council, officer)
);
create unique index officer_settings_calendar on officer_settings (council, calendar_hash) where calendar_hash is not null;

-- The days on which a council's officers were sent their digest: once, whichever program was first.
create table digests (
  council text not null,
  day date not null,
  primary key (council, day)
);
