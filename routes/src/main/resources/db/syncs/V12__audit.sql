-- What persons have done at the page.
create table if not exists sync_audit (
    id bigint generated always as identity primary key,
    begun timestamp with time zone not null,
    person varchar(200) not null,
    command varchar(1000) not null,
    outcome varchar(4000)
);
