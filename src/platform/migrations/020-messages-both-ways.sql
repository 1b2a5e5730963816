-- Which round of a case's addresses for replies counts: an officer who ends a round makes every address that was sent before useless. No row is round 0.
create table reply_rounds (
  council text not null,
  case_id uuid not null,
  round integer not null,
  primary key (council, case_id)
);
-- Messages that did not arrive, until an officer has dealt with them.
create index messages_undelivered on messages (council, created_at, id) where state in ('failed', 'bounced');
