-- What syncs have done. The SQL is understood by H2 and by PostgreSQL.

create table if not exists sync_run (
    id varchar(150) primary key,
    sync varchar(100) not null,
    kind varchar(10) not null,
    state varchar(12) not null,
    source varchar(1000),
    source_sha256 varchar(64),
    sync_sha256 varchar(64),
    connection varchar(500),
    started timestamp with time zone not null,
    ended timestamp with time zone,
    position bigint default 0 not null,
    created bigint default 0 not null,
    updated bigint default 0 not null,
    unchanged bigint default 0 not null,
    deleted bigint default 0 not null,
    rejected bigint default 0 not null,
    skipped bigint default 0 not null,
    message varchar(4000)
);
create index if not exists sync_run_sync on sync_run (sync, started);
create index if not exists sync_run_source on sync_run (sync, source_sha256);

create table if not exists sync_write (
    id bigint generated always as identity primary key,
    run varchar(150) not null references sync_run (id),
    row_number bigint not null,
    place varchar(500) not null,
    kind varchar(10) not null,
    module varchar(100) not null,
    record_id varchar(50),
    stored text not null,
    sent text not null,
    answered text not null,
    referrers text not null,
    state varchar(10) not null,
    failure varchar(4000),
    intended timestamp with time zone not null,
    ended timestamp with time zone
);
create index if not exists sync_write_run on sync_write (run, row_number);
create index if not exists sync_write_record on sync_write (record_id);

create table if not exists sync_reject (
    id bigint generated always as identity primary key,
    sync varchar(100) not null,
    run varchar(150) not null references sync_run (id),
    row_number bigint not null,
    place varchar(500) not null,
    payload text not null,
    reason varchar(4000) not null,
    state varchar(10) not null,
    refused timestamp with time zone not null
);
create index if not exists sync_reject_sync on sync_reject (sync, state);
create index if not exists sync_reject_run on sync_reject (run, row_number);
