-- Where they did it: at the page, or by a command line.
alter table sync_audit add column if not exists place varchar(20) default 'page' not null;
