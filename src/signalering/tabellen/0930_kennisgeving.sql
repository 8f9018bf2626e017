-- The notice to the person that goes with a signal (AVG art. 14): the one workflow for telling someone that data are kept about him says whether he
-- was told, why that waits and until when. What was chosen when the signal was made stays in `burger`.
alter table signaal add column kennisgeving_id uuid, add foreign key (organisatie_id, kennisgeving_id) references avgverzoek;
grant update (kennisgeving_id) on signaal to rugdekking_app;
