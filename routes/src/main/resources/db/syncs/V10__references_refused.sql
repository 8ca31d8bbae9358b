-- References of moved records that the CRM does not take are rejects, and open no longer.
alter table sync_reference drop column if exists refused;
