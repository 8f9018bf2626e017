/**
 * What may stand in the technical log, and in what form. Everything else is dropped: a log line is read by people who have
 * no right to a dossier, so a name, a narrative or a search term must not be able to get into one by accident.
 */

/** An identifier that code chose: letters, digits and joiners, no spaces; a sentence or a full name does not fit. */
const woord = (waarde: unknown): string | undefined =>
  typeof waarde === 'string' && /^[A-Za-z0-9][A-Za-z0-9._:-]{0,79}$/.test(waarde) ? waarde : undefined;

const uuid = (waarde: unknown): string | undefined =>
  typeof waarde === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(waarde) ? waarde : undefined;

const getal = (waarde: unknown): number | undefined =>
  typeof waarde === 'number' && Number.isFinite(waarde) ? waarde : undefined;

/** A route as the router declares it, '/dossiers/:id/bestanden'; a path with a query, a UUID or a number in it is a raw path. */
const routepatroon = (waarde: unknown): string | undefined =>
  typeof waarde === 'string' && /^\/[A-Za-z:*{}/_.-]{0,199}$/.test(waarde) ? waarde : undefined;

/** The keys that get through, each with the check its value must pass. */
export const toegestaneVelden = {
  verzoekId: woord,
  handeling: woord,
  vraag: woord,
  taak: woord,
  taakId: uuid,
  onderdeel: woord,
  versie: woord,
  methode: woord,
  route: routepatroon,
  organisatieId: uuid,
  foutcode: woord,
  uitslag: woord,
  duurMs: getal,
  status: getal,
  poging: getal,
  aantal: getal,
  bytes: getal,
  poort: getal,
  pid: getal,
} as const satisfies Record<string, (waarde: unknown) => string | number | undefined>;

export type Veldnaam = keyof typeof toegestaneVelden;

/** The fields of one log line. `fout` is an error of any kind; only its name, code and place in the code are kept. */
export type Logvelden = { [N in Veldnaam]?: NonNullable<ReturnType<(typeof toegestaneVelden)[N]>> } & { fout?: unknown };

export function isVeldnaam(naam: string): naam is Veldnaam {
  return Object.hasOwn(toegestaneVelden, naam);
}

/** Keeps the known fields with a value of the right form; never throws, whatever it is given. */
export function zeef(velden: object): Record<string, unknown> {
  const uit: Record<string, unknown> = {};
  for (const [naam, waarde] of Object.entries(velden)) {
    if (naam === 'fout') uit['fout'] = foutVoorLog(waarde);
    else if (isVeldnaam(naam)) {
      const goed = toegestaneVelden[naam](waarde);
      if (goed !== undefined) uit[naam] = goed;
    }
  }
  return uit;
}

export interface Gelogdefout {
  naam: string;
  code?: string;
  constraint?: string;
  tabel?: string;
  plaatsen?: string[];
  oorzaak?: Gelogdefout;
}

/**
 * An error without its message: messages quote input ("invalid input syntax for type date: …"), so only name, code and the
 * places in the code are kept; of a database error code, constraint and table.
 */
export function foutVoorLog(fout: unknown, diepte = 0): Gelogdefout {
  if (!(fout instanceof Error)) return { naam: 'geen-error' };
  const uit: Gelogdefout = { naam: woord(fout.name) ?? 'Error' };
  const code = woord(eigenschap(fout, 'code'));
  if (code !== undefined) uit.code = code;
  if (isDatabasefout(fout)) {
    uit.naam = 'DatabaseError';
    const constraint = woord(eigenschap(fout, 'constraint'));
    const tabel = woord(eigenschap(fout, 'table'));
    if (constraint !== undefined) uit.constraint = constraint;
    if (tabel !== undefined) uit.tabel = tabel;
  } else {
    const plaatsen = plaatsenInCode(fout);
    if (plaatsen.length > 0) uit.plaatsen = plaatsen;
  }
  if (fout.cause instanceof Error && diepte < 3) uit.oorzaak = foutVoorLog(fout.cause, diepte + 1);
  return uit;
}

function eigenschap(fout: Error, naam: string): unknown {
  return Reflect.get(fout, naam);
}

/** An error of the PostgreSQL server as `pg` throws it: a five-character SQLSTATE and a severity. */
function isDatabasefout(fout: Error): boolean {
  const code = eigenschap(fout, 'code');
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) && typeof eigenschap(fout, 'severity') === 'string';
}

const MAX_PLAATSEN = 12;

/**
 * file:line:column of each stack frame. Function names are left out (a computed method name can be input), and nothing is
 * read when the head of the stack is not exactly the message: what follows could then be message text too.
 */
function plaatsenInCode(fout: Error): string[] {
  const stack = fout.stack;
  if (typeof stack !== 'string') return [];
  const kop = /^[A-Za-z_$][\w$]*(?: \[[A-Z0-9_]+\])?/.exec(stack)?.[0];
  if (kop === undefined) return [];
  const hoofd = fout.message === '' ? kop : `${kop}: ${fout.message}`;
  if (!stack.startsWith(`${hoofd}\n    at `)) return [];
  const plaatsen: string[] = [];
  for (const regel of stack.slice(hoofd.length + 1).split('\n')) {
    if (!regel.startsWith('    at ')) break;
    const plaats = /(?:^ {4}at (?:async )?|\()((?:file:\/\/|node:|\/)[\w./@+~-]+:\d+:\d+)\)?$/.exec(regel)?.[1];
    if (plaats !== undefined) plaatsen.push(plaats);
    if (plaatsen.length === MAX_PLAATSEN) break;
  }
  return plaatsen;
}
