-- How many records share a key with a question cannot be estimated: for a question with many keys PostgreSQL would read the whole table, or walk
-- through all persons of the organisation by their ids. Always by the index on keys.
alter function personen_met_sleutel set enable_seqscan = off;
alter function personen_met_sleutel set enable_indexscan = off;
