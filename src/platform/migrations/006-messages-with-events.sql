-- Messages about cases are written in the transaction of the event they tell of, so they need no cause to be unique by; email about no case does.
alter table messages drop constraint messages_council_cause_key;
create unique index messages_mail on messages (council, cause) where case_id is null;
-- Ids are in the order of their time, so lists by time follow the primary key; what a submission writes, every index makes dearer.
drop index messages_state;
create index messages_to_print on messages (council, created_at, id) where state = 'to print';
drop index cases_opened;
-- The key of a first event is that of its submission, which is unique among cases.
alter table events drop constraint events_council_key_key;
create unique index events_council_key_key on events (council, key) where number > 1;
