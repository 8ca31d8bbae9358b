-- Rejects that are tried again, and files of rejects.

-- The titles of a table as a JSON list; empty for JSON, whose rows name their own.
alter table sync_run add column titles text;
alter table sync_run add column total bigint;
alter table sync_run add column rejects_file varchar(4000);

-- The reject of which the write was a try.
alter table sync_write add column reject bigint;
create index sync_write_reject on sync_write (reject);

-- The Java types of times, which JSON does not have, by column.
alter table sync_reject add column temporals text;
alter table sync_reject add column cause varchar(10) default 'REFUSED' not null;
alter table sync_reject add column tries int default 1 not null;
alter table sync_reject add column next_try timestamp with time zone;
alter table sync_reject add column retry varchar(150);
alter table sync_reject add column ended timestamp with time zone;
create index sync_reject_due on sync_reject (sync, state, next_try);
