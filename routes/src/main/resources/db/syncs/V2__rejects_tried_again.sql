-- Rejects that are tried again, and files of rejects.

-- The titles of a table as a JSON list; empty for JSON, whose rows name their own.
alter table sync_run add column if not exists titles text;
alter table sync_run add column if not exists total bigint;
alter table sync_run add column if not exists rejects_file varchar(4000);

-- The reject of which the write was a try.
alter table sync_write add column if not exists reject bigint;
create index if not exists sync_write_reject on sync_write (reject);

-- The Java types of times, which JSON does not have, by column.
alter table sync_reject add column if not exists temporals text;
alter table sync_reject add column if not exists cause varchar(10) default 'REFUSED' not null;
alter table sync_reject add column if not exists tries int default 1 not null;
alter table sync_reject add column if not exists next_try timestamp with time zone;
alter table sync_reject add column if not exists retry varchar(150);
alter table sync_reject add column if not exists ended timestamp with time zone;
create index if not exists sync_reject_due on sync_reject (sync, state, next_try);
