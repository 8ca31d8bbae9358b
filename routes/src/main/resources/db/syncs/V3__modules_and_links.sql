-- Syncs between CRMs, and those that write several modules.

-- For which module of the target a rejected row is, if its sync writes several.
alter table sync_reject add column if not exists module varchar(100);

-- Which record of the target a record of the source has become: a deleted one can no longer be looked at.
create table if not exists sync_link (
    sync varchar(100) not null,
    source varchar(200) not null,
    module varchar(100) not null,
    record_id varchar(50) not null,
    primary key (sync, source)
);
create index if not exists sync_link_record on sync_link (sync, module, record_id);
