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

  opdracht('demo', 'laad de demo-organisaties: verzonnen mensen en meldingen')
    .option('--opnieuw', 'haal de demo-organisaties weg en laad ze opnieuw, met vandaag als laatste dag')
    .action(async (opties: { opnieuw?: boolean }) => {
      const { demo } = await import('./demo.ts');
      await demo(o, { opnieuw: opties.opnieuw === true });
    });

  const gebruiker = opdracht('gebruiker', 'begin een organisatie en laat de eerste collega’s erin; de rest gaat in de browser');
  opdracht('lijst', 'toon de organisaties, of wie in een organisatie een rol heeft', gebruiker)
    .argument('[organisatie]', 'korte naam van een organisatie')
    .action(async (slug: string | undefined) => {
      const { toonGebruikers } = await import('./gebruiker.ts');
      await toonGebruikers(o, slug);
    });
  opdracht('organisatie', 'maak een organisatie aan', gebruiker)
    .argument('<korte-naam>', 'staat in links: kleine letters, cijfers en streepjes')
    .requiredOption('--naam <naam>', 'zoals hij op het scherm staat')
    .option('--soort <soort>', 'gemeente, provincie, waterschap of anders', 'gemeente')
    .action(async (slug: string, opties: { naam: string; soort: string }) => {
      const { maakOrganisatie } = await import('./gebruiker.ts');
      await maakOrganisatie(o, slug, opties);
    });
  opdracht('nieuw', 'voeg een collega toe', gebruiker)
    .argument('<organisatie>', 'korte naam van de organisatie')
    .argument('<e-mail>', 'zakelijk e-mailadres')
    .requiredOption('--voornaam <voornaam>', 'voornaam')
    .option('--tussenvoegsel <tussenvoegsel>', 'tussenvoegsel')
    .requiredOption('--achternaam <achternaam>', 'achternaam')
    .requiredOption('--personeelsnummer <nummer>', 'uniek binnen de organisatie')
    .option('--onderdeel <code>', 'code van het onderdeel; zonder deze optie het eerste onderdeel (ORG)')
    .action(async (slug: string, email: string, opties: { voornaam: string; tussenvoegsel?: string; achternaam: string; personeelsnummer: string; onderdeel?: string }) => {
      const { maakCollega } = await import('./gebruiker.ts');
      await maakCollega(o, slug, email, opties);
    });
  opdracht('rol', 'geef een collega een rol', gebruiker)
    .argument('<organisatie>', 'korte naam van de organisatie')
    .argument('<wie>', 'e-mailadres of personeelsnummer')
    .argument('<rol>', 'adviseur, griffier, namensmelder, opvang, receptie, klantcontact, beheerder of fg')
    .option('--politiek', 'in het politieke compartiment')
    .action(async (slug: string, wie: string, rol: string, opties: { politiek?: boolean }) => {
      const { geefRol } = await import('./gebruiker.ts');
      await geefRol(o, slug, wie, rol, opties);
    });
  opdracht('uitnodigen', 'maak een link waarmee een collega zijn toegang instelt (waar geen inlogsysteem van de organisatie is)', gebruiker)
    .argument('<organisatie>', 'korte naam van de organisatie')
    .argument('<wie>', 'e-mailadres of personeelsnummer')
    .action(async (slug: string, wie: string) => {
      const { nodigUit } = await import('./gebruiker.ts');
      await nodigUit(o, slug, wie);
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

  const herken = opdracht('herken', 'vergelijk personen uit een bestand, of ijk het herkennen met besluiten');
  opdracht('paren', 'geef per rij (naam1, naam2 en meer) de kans dat het dezelfde persoon is', herken)
    .argument('<bestand>', 'CSV met in elke rij twee personen')
    .option('--uit <bestand>', 'schrijf naar dit nieuwe bestand in plaats van naar standaarduitvoer')
    .action(async (bestand: string, opties: { uit?: string }) => {
      const { herkenParen } = await import('./herken/paren.ts');
      await herkenParen(o, bestand, opties);
    });
  opdracht('zoek', 'zoek elke vraag op in een register; de beste treffers eerst', herken)
    .requiredOption('--register <bestand>', 'CSV met id, naam (of delen), geboortedatum, postcode, huisnummer, telefoon')
    .requiredOption('--vragen <bestand>', 'CSV met dezelfde kolommen')
    .option('--uit <bestand>', 'schrijf naar dit nieuwe bestand in plaats van naar standaarduitvoer')
    .option('--hoogstens <aantal>', 'treffers per vraag', '10')
    .action(async (opties: { register: string; vragen: string; uit?: string; hoogstens: string }) => {
      const { herkenZoek } = await import('./herken/zoek.ts');
      await herkenZoek(o, opties);
    });
  opdracht('ijk', 'vergelijk de gewichten met wat mensen besloten; verandert niets zonder --neem-over of --terug', herken)
    .argument('<organisatie>', 'korte naam van de organisatie')
    .option('--neem-over', 'neem het voorstel over als nieuwe versie van de gewichten')
    .option('--terug <versie>', 'zet een eerdere versie terug; 0 is die van Rugdekking zelf')
    .action(async (slug: string, opties: { neemOver?: boolean; terug?: string }) => {
      const { herkenIjk } = await import('./herken/ijk.ts');
      await herkenIjk(o, slug, opties);
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
  [/^error: required option '(.+)' not specified/, 'Deze optie is nodig: $1'],
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
