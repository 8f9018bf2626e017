import fc from 'fast-check';

// One seed, so that a run says the same twice; look further with FC_SEED=<number>.
fc.configureGlobal({ seed: Number(process.env.FC_SEED ?? '20261123') });
