-- Records that move to another CRM. What they have become is in sync_link.

-- References that are empty in the target, since the record to which they lead is not there.
create table if not exists sync_reference (
    sync varchar(100) not null,
    source varchar(200) not null,
    field varchar(100) not null,
    wanted varchar(200) not null,
    refused varchar(4000),
    primary key (sync, source, field)
);
create index if not exists sync_reference_wanted on sync_reference (sync, wanted);

-- The files of documents, as they are called and known on both sides.
create table if not exists sync_file (
    sync varchar(100) not null,
    source varchar(200) not null,
    source_file varchar(50) not null,
    name varchar(500) not null,
    target_name varchar(500) not null,
    primary key (sync, source)
);
