import { Command, CommanderError } from 'commander';
import { Opdrachtfout, type Omstandigheden } from './omstandigheden.ts';

/** Carries out the command line. Gives the exit code. */
export async function draaiProgramma(argumenten: readonly string[], o: Omstandigheden): Promise<number> {
  let code = 0;
  const klaar = (uitkomst: number): void => {
    code = uitkomst;
  };
  try {
    await maakProgramma(o, klaar).parseAsync(argumenten, { from: 'user' });
    return code;
  } catch (fout) {
    if (fout instanceof CommanderError) return fout.exitCode;
    o.meld(tekstVan(fout));
    return 1;
  }
}

/** The parts of the program are loaded only by the command that needs them. */
function maakProgramma(o: Omstandigheden, klaar: (code: number) => void): Command {
  const programma = nederlands(new Command('rugdekking'), o)
    .description('Rugdekking: de werkplek voor Veilige Publieke Dienstverlening.\nInstellingen staan in de omgeving (PORT, DATABASE_URL, RUGDEKKING_DATA …); zie docs/beheer.')
    .version(o.versie, '-V, --versie', 'toon de versie')
    .helpCommand('help [opdracht]', 'toon hulp bij een opdracht');
  const opdracht = (naam: string, uitleg: string, boven = programma): Command => nederlands(boven.command(naam), o).description(uitleg);

  opdracht('start', 'start de webserver, de werker en zo nodig de ingebouwde database')
    .option('--demo', 'met de demo-organisatie: verzonnen gegevens, inloggen met één klik')
    .option('--zonder-werker', 'alleen de webserver; de werker draait ergens anders')
    .action(async (opties: { demo?: boolean; zonderWerker?: boolean }) => {
      const { startDienst } = await import('./start.ts');
      klaar(await startDienst(o, { demo: opties.demo, web: true, werker: opties.zonderWerker !== true }));
    });
  opdracht('werker', 'start alleen de werker: e-mail, termijnen, virusscan, zegels')
    .action(async () => {
      const { startDienst } = await import('./start.ts');
      klaar(await startDienst(o, { demo: undefined, web: false, werker: true }));
    });
  opdracht('migreer', 'werk de database bij naar deze versie; dat doet start ook')
    .action(async () => {
      const { migreer } = await import('./migreer.ts');
      await migreer(o);
    });

  const journaal = opdracht('journaal', 'controleer of verzegel het journaal');
  opdracht('controleer', 'controleer de hele keten en alle zegels; noemt de eerste schakel die niet klopt', journaal)
    .option('--organisatie <id>', 'alleen deze organisatie')
    .option('--sleutel <bestand>', 'openbare sleutel die je zelf bewaarde, in plaats van die in de gegevensmap')
    .action(async (opties: { organisatie?: string; sleutel?: string }) => {
      const { controleer } = await import('./journaal.ts');
      klaar(await controleer(o, opties));
    });
  opdracht('zegel', 'verzegel het journaal tot en met de laatste regel', journaal)
    .action(async () => {
      const { zegel } = await import('./journaal.ts');
      klaar(await zegel(o));
    });
  opdracht('sleutel', 'toon de openbare sleutel van de zegels; bewaar die op een andere plek', journaal)
    .action(async () => {
      const { toonSleutel } = await import('./journaal.ts');
      await toonSleutel(o);
    });

  opdracht('backup', 'maak een back-up van database, bestanden, sleutels en zegels, ook terwijl Rugdekking draait')
    .argument('<doel>', 'bestand dat nog niet bestaat, of - voor standaarduitvoer')
    .option('--zonder-sleutels', 'laat de sleutels weg; bewaar die dan zelf, zonder zijn de bestanden onleesbaar')
    .action(async (doel: string, opties: { zonderSleutels?: boolean }) => {
      const { backup } = await import('./backup.ts');
      await backup(o, doel, { sleutels: opties.zonderSleutels !== true });
    });
  opdracht('herstel', 'zet een back-up terug in een lege database en een lege gegevensmap')
    .argument('<bron>', 'bestand dat backup maakte')
    .option('--alleen-controleren', 'lees de back-up helemaal en controleer hem; verander niets')
    .action(async (bron: string, opties: { alleenControleren?: boolean }) => {
      const { herstel } = await import('./herstel.ts');
      klaar(await herstel(o, bron, { alleenControleren: opties.alleenControleren === true }));
    });
  return programma;
}

/** Help and errors of the command line in Dutch. */
function nederlands(c: Command, o: Omstandigheden): Command {
  return c
    .exitOverride()
    .helpOption('-h, --help', 'toon deze hulp')
    .configureOutput({ writeOut: (tekst) => o.zeg(tekst.replace(/\n$/, '')), writeErr: (tekst) => o.meld(vertaal(tekst).trimEnd()) })
    .configureHelp({
      styleTitle: (titel) => KOPJES[titel] ?? titel,
      subcommandTerm: (opdracht) => [opdracht.name(), ...opdracht.registeredArguments.map((a) => `<${a.name()}>`)].join(' '),
      commandUsage: (opdracht) => {
        let pad = opdracht.name();
        for (let boven = opdracht.parent; boven !== null; boven = boven.parent) pad = `${boven.name()} ${pad}`;
        return `${pad} ${opdracht.usage()}`.replace('[options]', '[opties]').replace('[command]', '<opdracht>').trim();
      },
    });
}

const KOPJES: Readonly<Record<string, string>> = { 'Usage:': 'Gebruik:', 'Options:': 'Opties:', 'Commands:': 'Opdrachten:', 'Arguments:': 'Argumenten:' };

const VERTALINGEN: readonly [RegExp, string][] = [
  [/^error: unknown command '(.+)'/, 'Onbekende opdracht: $1'],
  [/^error: unknown option '(.+)'/, 'Onbekende optie: $1'],
  [/^error: missing required argument '(.+)'/, 'Er ontbreekt nog iets: <$1>'],
  [/^error: option '(.+)' argument missing/, 'Bij deze optie hoort een waarde: $1'],
  [/^error: too many arguments.*/, 'Dat zijn te veel woorden bij deze opdracht.'],
  [/^error: command-argument value '.*' is invalid for argument '(.+)'\. /, 'Klopt niet: <$1>. '],
  [/^error: option '(.+)' argument '.*' is invalid\. /, 'Klopt niet: $1. '],
  [/\(Did you mean (.+)\?\)/, 'Bedoelde je $1?'],
];

function vertaal(tekst: string): string {
  return VERTALINGEN.reduce((t, [van, naar]) => t.replace(van, naar), tekst);
}

/** Errors we throw ourselves carry a Dutch text; anything else is a defect or a broken surrounding, and keeps where it came from. */
function tekstVan(fout: unknown): string {
  if (!(fout instanceof Error)) return `Er ging iets mis: ${String(fout)}`;
  const uitleg = 'code' in fout ? DATABASEFOUTEN[String(fout.code)] : undefined;
  if (uitleg !== undefined) return uitleg;
  if (fout.constructor === Error || fout instanceof Opdrachtfout || fout.name === 'Instelfout') {
    return fout.cause instanceof Error ? `${fout.message}\n(${fout.cause.message})` : fout.message;
  }
  return `Er ging iets mis.\n${fout.stack ?? fout.message}`;
}

/** What a server or its absence answers, by code of the system or of PostgreSQL. */
const DATABASEFOUTEN: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'De database antwoordt niet. Draait de server van DATABASE_URL, en klopt het adres?',
  ENOTFOUND: 'De server van DATABASE_URL is niet te vinden. Klopt het adres?',
  ETIMEDOUT: 'De database antwoordt niet op tijd. Is de server van DATABASE_URL vanaf hier bereikbaar?',
  '28P01': 'De database weigert het wachtwoord in DATABASE_URL.',
  '28000': 'De database laat deze gebruiker niet toe. Klopt de gebruikersnaam in DATABASE_URL?',
  '3D000': 'De database uit DATABASE_URL bestaat niet op die server.',
  '42P01': 'De database is leeg of van een oudere versie. Draai eerst: rugdekking migreer',
  '42883': 'De database is leeg of van een oudere versie. Draai eerst: rugdekking migreer',
  '42501': 'De gebruiker van de database mag dit niet. Geef de eigenaar van de database met DATABASE_MIGRATIE_URL.',
};
