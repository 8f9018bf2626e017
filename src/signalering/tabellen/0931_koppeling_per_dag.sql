-- How much a system is expected to ask on a day: what is more looks like browsing through it.
alter table systeemkoppeling add column per_dag integer not null default 500 check (per_dag between 1 and 100000);
