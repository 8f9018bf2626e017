-- One brake on guessing for the whole house: see rem (0030). What was counted here is at most a day old.
drop table aanmeldrem;
