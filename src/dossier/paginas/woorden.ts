import type { Id } from '../../kern/ids.ts';
import { rolwoorden, type Betrokkenerol } from '../regels/woorden.ts';
import { kloksoorten, type Kloksoort } from '../termijnen.ts';

/** A clock as a person and a verb, for the work list. */
export function werkzin(t: { soort: string; voor: string | null; aan: string | null }, vanMij: boolean): string {
  switch (t.soort) {
    case 'nazorg_24u':
      return `Bel ${t.voor ?? 'de collega'} (nazorg)`;
    case 'nazorg_72u':
      return `Bel ${t.voor ?? 'de collega'} (nazorg na drie dagen)`;
    case 'nazorg_2w':
      return `Bel ${t.voor ?? 'de collega'} (nazorg na twee weken)`;
    case 'nazorg_6w':
      return `Bel ${t.voor ?? 'de collega'} (nazorg na zes tot acht weken)`;
    case 'spreken':
      return `Bel ${t.voor ?? 'wie dit meldde'}, die iemand wil spreken`;
    case 'reactie':
      return 'Reageer richting de veroorzaker';
    case 'terugkoppeling':
      return `Koppel terug aan ${t.voor ?? 'wie het overkwam'}`;
    case 'verklaring':
      return vanMij ? 'Schrijf je verklaring' : `Verklaring van ${t.aan ?? 'een collega'} komt nog`;
    case 'gezien':
      return 'Bekijk de nieuwe melding';
    case 'wederhoor':
      return 'Wacht op de kant van de betrokkene (wederhoor)';
    case 'wederhoor_achteraf':
      return 'Hoor de betrokkene, anders vervalt de maatregel';
    case 'gesprek':
      return 'Voer het gesprek met de veroorzaker en leg het vast';
    case 'afspraak':
      return 'Kijk of de afspraak uit het gesprek is nagekomen';
    case 'besluit_maatregel':
      return vanMij ? 'Beslis over een maatregel' : `Besluit van ${t.aan ?? 'een collega'} over een maatregel`;
    case 'evaluatie':
      return 'Evalueer de maatregel';
    case 'herstel':
      return 'Herstel de dienstverlening';
    default:
      return kloksoorten[t.soort as Kloksoort] ?? t.soort;
  }
}

/** Where the work of a clock is done. */
export function werkplek(t: { soort: string; dossier_id: Id; voor_id: Id | null }, vanMij: boolean): string {
  if ((t.soort.startsWith('nazorg_') || t.soort === 'spreken') && t.voor_id) return `/dossiers/${t.dossier_id}/nazorg/${t.voor_id}`;
  if (t.soort === 'terugkoppeling') return `/dossiers/${t.dossier_id}/terugkoppeling`;
  if (t.soort === 'verklaring' && vanMij) return `/mijn-verklaringen/${t.dossier_id}`;
  if (t.soort === 'wederhoor' || t.soort === 'wederhoor_achteraf') return `/dossiers/${t.dossier_id}/wederhoor`;
  if (t.soort === 'gesprek' || t.soort === 'afspraak') return `/dossiers/${t.dossier_id}/gesprekken`;
  if (t.soort === 'besluit_maatregel') return `/dossiers/${t.dossier_id}/maatregelen`;
  // The card on the first page of the dossier has the buttons.
  if (t.soort === 'evaluatie' || t.soort === 'herstel') return `/dossiers/${t.dossier_id}#toezicht`;
  return `/dossiers/${t.dossier_id}`;
}

type Gegevens = Record<string, unknown>;

/** One sentence for the timeline. `namen` holds the colleagues it refers to by id. */
export function gebeurteniszin(g: { soort: string; door: string | null; gegevens: unknown }, namen: ReadonlyMap<Id, string>): string {
  const wie = g.door ?? 'Rugdekking';
  const meer = (typeof g.gegevens === 'object' && g.gegevens !== null ? g.gegevens : {}) as Gegevens;
  const naam = (sleutel: string): string => {
    const w = meer[sleutel];
    const ids = Array.isArray(w) ? w : [w];
    return ids.map((x) => (typeof x === 'string' ? (namen.get(x) ?? 'een collega') : 'een collega')).join(' en ') || 'niemand';
  };
  const klok = (): string => (kloksoorten[meer.termijn as Kloksoort] ?? 'een termijn').toLowerCase();
  const watVoor = (): string => (typeof meer.maatregel === 'string' ? meer.maatregel.toLowerCase() : 'een maatregel');
  switch (g.soort) {
    case 'gemeld': return `${wie} meldde dit.`;
    case 'aangevuld': return `${wie} voegde iets toe aan de melding.`;
    case 'bevestigd': return `${wie} heeft de melding gezien.`;
    case 'bijgewerkt': return `${wie} vulde aan wat er gebeurde.`;
    case 'geclassificeerd': return `${wie} stelde vast om welke vormen het gaat.`;
    case 'gedraging_vastgesteld': return `${wie} stelde vast welk gedrag het was, voor het advies van het handelingskader.`;
    case 'ernst_gewijzigd': return `${wie} zette de ernst van ‘${String(meer.van)}’ op ‘${String(meer.naar)}’.`;
    case 'betrokkene_toegevoegd': return `${wie} voegde een ${(rolwoorden[meer.rol as Betrokkenerol] ?? 'betrokkene').toLowerCase()} toe.`;
    case 'betrokkene_gewijzigd': return `${wie} vulde aan wat er bekend is van een ${(rolwoorden[meer.rol as Betrokkenerol] ?? 'betrokkene').toLowerCase()}.`;
    case 'betrokkene_vervallen': return `${wie} haalde een ${(rolwoorden[meer.rol as Betrokkenerol] ?? 'betrokkene').toLowerCase()} weg.`;
    case 'notitie': return `${wie} maakte een notitie.`;
    case 'aanspreekpunt': return `${naam('wie')} is nu het aanspreekpunt.`;
    case 'verklaring_gevraagd': return `${wie} vroeg ${naam('aan')} om een verklaring.`;
    case 'verklaring_gegeven': return `${wie} gaf een verklaring.`;
    case 'samengevoegd': return meer.in ? `${wie} voegde dit samen met een ander dossier.` : `${wie} voegde een melding van dezelfde gebeurtenis toe.`;
    case 'bestand_toegevoegd': return `${wie} voegde een bestand toe.`;
    case 'bestand_weggehaald': return `${wie} haalde een bestand weg.`;
    case 'bestand_teruggezet': return `${wie} zette een bestand terug.`;
    case 'spreken_gevraagd': return `${wie} wil iemand spreken.`;
    case 'termijn_afgerond': return `${wie} rondde een termijn af: ${klok()}.`;
    case 'termijn_verzet': return `${wie} verzette een termijn: ${klok()}.`;
    case 'termijn_te_laat': return `Een termijn is verlopen: ${klok()}.`;
    case 'doorgemeld': return `Niemand bevestigde op tijd. ${naam('aan')} kreeg ook bericht.`;
    case 'nazorg_gevoerd': return `${wie} sprak ${naam('voor')} (nazorg).`;
    case 'nazorg_geen_gehoor': return `${wie} probeerde ${naam('voor')} te bereiken, maar kreeg geen gehoor.`;
    case 'brief_klaar': return `${wie} zette een brief klaar.`;
    case 'brief_gewijzigd': return `${wie} paste een brief aan.`;
    case 'brief_nagekeken': return `${wie} keek een brief na.`;
    case 'brief_verzonden': return `${wie} verstuurde een brief.`;
    case 'brief_vervallen': return `${wie} liet een brief vervallen.`;
    case 'nazorg_gepland': return `Er staat een volgend nazorggesprek gepland voor ${naam('voor')}.`;
    case 'helper': return `${naam('helper')} geeft nazorg aan ${naam('voor')}.`;
    case 'hulp_gevraagd': return `${wie} stelde hulp voor aan ${naam('voor')}.`;
    case 'hulp_toestemming': return `${wie} antwoordde op het aanbod van hulp.`;
    case 'hulp_ingeschakeld': return `${wie} schakelde hulp in voor ${naam('voor')}.`;
    case 'terugkoppeling': return `${wie} koppelde terug aan ${naam('aan')}.`;
    case 'gesloten': return `${wie} sloot het dossier.`;
    case 'heropend': return `${wie} heropende het dossier.`;
    case 'wederhoor_gevraagd': return `${wie} vroeg de betrokkene naar zijn of haar kant van het verhaal.`;
    case 'wederhoor_verzet': return `${wie} gaf de betrokkene meer tijd.`;
    case 'wederhoor_vervallen': return `${wie} trok de uitnodiging aan de betrokkene in.`;
    case 'wederhoor_vraag': return `${wie === 'Rugdekking' ? 'De betrokkene' : wie} gaf door dat de betrokkene iets vraagt.`;
    case 'zienswijze_gegeven': return 'De betrokkene gaf zijn of haar kant van het verhaal, via de eigen pagina.';
    case 'zienswijze_vastgelegd': return `${wie} legde vast wat de betrokkene zegt.`;
    case 'geen_reactie': return 'De betrokkene reageerde niet voor het einde van de termijn.';
    case 'hoorplicht_verlopen': return 'De betrokkene is niet op tijd gehoord na een maatregel met spoed.';
    case 'gesprek_gepland': return `${wie} nodigde de veroorzaker uit voor een gesprek.`;
    case 'gesprek_verzet': return `${wie} verzette het gesprek met de veroorzaker.`;
    case 'gesprek_afgezegd': return `${wie} zegde het gesprek met de veroorzaker af.`;
    case 'gesprek_gevoerd': return `${wie} legde het gesprek met de veroorzaker vast.`;
    case 'gesprek_niet_gekomen': return 'De veroorzaker kwam niet naar het gesprek.';
    case 'afspraak_nagekomen': return 'De veroorzaker hield zich aan een afspraak uit het gesprek.';
    case 'afspraak_niet_nagekomen': return 'De veroorzaker hield zich niet aan een afspraak uit het gesprek.';
    case 'maatregel_voorgesteld': return `${wie} stelde een maatregel voor: ${watVoor()}.`;
    case 'maatregel_voorgelegd': return `${wie} legde een maatregel voor aan ${naam('aan')}: ${watVoor()}.`;
    case 'maatregel_teruggegeven': return `${wie} gaf een voorstel terug: ${watVoor()}.`;
    case 'maatregel_besloten': return `${wie} besloot over een maatregel: ${watVoor()}.`;
    case 'maatregel_afgewezen': return `${wie} wees een maatregel af: ${watVoor()}.`;
    case 'maatregel_ingetrokken': return `${wie} trok een voorstel in: ${watVoor()}.`;
    case 'maatregel_in_werking': return `Een maatregel geldt nu: ${watVoor()}.`;
    case 'maatregel_uitgevoerd': return `De brief is verstuurd: ${watVoor()}.`;
    case 'maatregel_geschorst': return `${wie} schorste een maatregel: ${watVoor()}.`;
    case 'maatregel_hervat': return `${wie} liet een maatregel weer gelden: ${watVoor()}.`;
    case 'maatregel_opgeheven': return `${wie} hief een maatregel op: ${watVoor()}.`;
    case 'maatregel_verlengd': return `Een maatregel is verlengd: ${watVoor()}.`;
    case 'maatregel_verlopen': return `Een maatregel is afgelopen: ${watVoor()}.`;
    case 'maatregel_vervallen': return `Een maatregel is vervallen, omdat de betrokkene niet op tijd is gehoord: ${watVoor()}.`;
    case 'overtreding': return `${wie} legde vast dat een maatregel niet werd nageleefd.`;
    case 'maatregel_geevalueerd': return `${wie} evalueerde de maatregel: die blijft.`;
    case 'maatregel_korter': return `${wie} evalueerde de maatregel: die eindigt eerder.`;
    case 'dienstverlening_hersteld': return `${wie} legde vast dat de dienstverlening is hersteld.`;
    case 'signaal_gemaakt': return `${wie} maakte een signaal.`;
    case 'signaal_herzien': return `${wie} bekeek een signaal opnieuw.`;
    case 'signaal_ingetrokken': return `${wie} trok een signaal in.`;
    case 'signaal_verlopen': return 'Een signaal is verlopen.';
    case 'signaal_ingelicht': return `${wie} lichtte collega’s in die de veroorzaker gaan ontmoeten.`;
    case 'veroorzaker_aangevuld': return `${wie} vulde gegevens van de veroorzaker aan.`;
    case 'feitstatus': return `${wie} legde vast dat wat gemeld is nu geldt als: ${String(meer.naar)}.`;
    default: return `${wie} deed iets in dit dossier.`;
  }
}
