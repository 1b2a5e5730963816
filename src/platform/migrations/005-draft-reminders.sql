-- How many days the answers are kept after they were last changed, and how many days before the end a reminder goes out; 0 for none.
alter table drafts add column days integer not null default 28;
alter table drafts add column remind integer not null default 0;
-- Where the reminder goes; forgotten once it has gone.
alter table drafts add column remind_email text;
-- When the reminder was written into the outbox: once, and the answers are kept so many days longer.
alter table drafts add column reminded_at timestamptz;
