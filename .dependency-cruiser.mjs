// The arrows of the house: rooms lean on platform and kern, and on the rooms below them; nothing points up. docs/architectuur.md draws it.

/** From the top down: a room may use those after it, never those before it. */
const kamers = [
  ['melden', ['nazorg', 'dossier', 'inrichting']],
  ['nazorg', ['dossier', 'inrichting']],
  ['signalering', ['maatregelen', 'veroorzakers', 'brieven', 'dossier', 'inrichting']],
  ['maatregelen', ['handelingskader', 'veroorzakers', 'wederhoor', 'brieven', 'dossier', 'inrichting']],
  ['handelingskader', ['veroorzakers', 'dossier', 'inrichting']],
  ['veroorzakers', ['herkennen', 'brieven', 'dossier', 'inrichting']],
  ['wederhoor', ['brieven', 'dossier', 'inrichting']],
  ['brieven', ['dossier', 'inrichting']],
  ['herkennen', []],
  ['dossier', ['inrichting']],
  ['aanmelden', ['inrichting']],
  ['inrichting', []],
];
const PROEF = '[.]test[.]tsx?$';
/** Helpers that only tests of the same folder use. */
const PROEFHULP = '(/proef[^/]*([.]tsx?$|/)|^src/ontwerp/(voorbeelden[.]tsx|htmlregels[.]ts)$)';
/** Where the program, its build and its tools begin. */
const INGANGEN = ['^src/main[.]ts$', '^src/ontwerp/bouw[.]ts$', '^src/ontwerp/eilanden/index[.]ts$', '^(scripts|bench)/'];
const of = (namen) => `(${namen.join('|')})`;
const alleKamers = kamers.map(([naam]) => naam);

/** Between rooms only through the front door: index.ts. Tests may arrange through a room's own files. */
const perKamer = kamers.map(([naam, onder]) => ({
  name: `${naam}-alleen-omlaag`,
  comment: `${naam} mag alleen ${onder.length > 0 ? `${onder.join(', ')} (via index.ts), ` : ''}platform, ontwerp en kern gebruiken`,
  severity: 'error',
  from: { path: `^src/${naam}/`, pathNot: PROEF },
  to: { path: '^src/', pathNot: [`^src/${naam}/`, '^src/(kern|ontwerp|platform)/', ...(onder.length > 0 ? [`^src/${of(onder)}/index[.]ts$`] : [])] },
}));

export default {
  forbidden: [
    { name: 'geen-kring', severity: 'error', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    {
      name: 'geen-wees',
      comment: 'niemand gebruikt dit bestand: weg ermee, of sluit het aan',
      severity: 'error',
      from: { orphan: true, pathNot: ['[.]d[.]m?ts$', '^src/main[.]ts$', PROEF] },
      to: {},
    },
    {
      name: 'niet-bereikbaar',
      comment: 'alleen nog door een test gebruikt: weg ermee, of sluit het aan',
      severity: 'error',
      from: { path: INGANGEN },
      to: { path: '^src/', pathNot: [...INGANGEN, PROEF, PROEFHULP, '[.]d[.]m?ts$', '/tabellen/typen[.]ts$'], reachable: false },
    },
    { name: 'kern-staat-op-zichzelf', severity: 'error', from: { path: '^src/kern/', pathNot: PROEF }, to: { path: '^src/', pathNot: '^src/kern/' } },
    { name: 'kern-zonder-in-en-uitvoer', severity: 'error', from: { path: '^src/kern/', pathNot: PROEF }, to: { dependencyTypes: ['core'] } },
    { name: 'ontwerp-alleen-kern', severity: 'error', from: { path: '^src/ontwerp/', pathNot: PROEF }, to: { path: '^src/', pathNot: '^src/(ontwerp|kern)/' } },
    { name: 'platform-kent-geen-kamer', severity: 'error', from: { path: '^src/platform/', pathNot: PROEF }, to: { path: '^src/', pathNot: '^src/(platform|ontwerp|kern)/' } },
    ...perKamer,
    {
      name: 'niets-boven-de-kamers',
      comment: 'demo, opdrachten en main zetten samen; niemand bouwt op hen',
      severity: 'error',
      from: { path: `^src/${of([...alleKamers, 'platform', 'ontwerp', 'kern'])}/`, pathNot: PROEF },
      to: { path: '^src/(demo/|opdrachten/|opstelling[.]ts$|main[.]ts$)' },
    },
    {
      name: 'kamer-door-de-voordeur',
      comment: 'wie boven de kamers staat gebruikt alleen hun index.ts',
      severity: 'error',
      from: { path: '^src/(demo|opdrachten)/|^src/(main|opstelling)[.]ts$', pathNot: PROEF },
      to: { path: `^src/${of(alleKamers)}/`, pathNot: '/index[.]ts$' },
    },
    { name: 'geen-proef-in-programma', severity: 'error', from: { path: '^src/', pathNot: [PROEF, PROEFHULP] }, to: { path: [PROEF, '^tests/', PROEFHULP] } },
    { name: 'geen-ontwikkelpakket-in-programma', severity: 'error', from: { path: '^src/', pathNot: [PROEF, PROEFHULP, '^src/ontwerp/bouw[.]ts$'] }, to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] } },
    { name: 'niet-opgegeven-pakket', severity: 'error', from: { path: '^src/' }, to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'unknown', 'undetermined'] } },
    { name: 'niet-te-vinden', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'], mainFields: ['module', 'main', 'types'] },
    cache: { folder: 'node_modules/.cache/dependency-cruiser', strategy: 'content' },
  },
};
