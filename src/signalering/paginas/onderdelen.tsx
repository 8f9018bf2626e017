import { Alinea, Lijst, Melding, Merk, type MeldingSoort, type MerkSoort } from '../../ontwerp/index.ts';
import type { Antwoord } from '../handelingen/controle.ts';
import type { Oordeel, Vraagom } from '../regels/oordeel.ts';
import { instructies, lichten, type Instructie, type Uitkomst } from '../regels/woorden.ts';

const MELDING: Record<Uitkomst, MeldingSoort> = { rood: 'gevaar', geel: 'let-op', niet_te_bepalen: 'info', groen: 'succes' };
const MERK: Record<Uitkomst, MerkSoort> = { rood: 'ernstig', geel: 'let-op', niet_te_bepalen: 'info', groen: 'klaar' };

const VRAAGOM: Record<Vraagom, string> = {
  geboortedatum: 'Vul de hele geboortedatum aan. Op een naam alleen geven we geen antwoord.',
  adres: 'Vul het adres aan: postcode en huisnummer.',
  adviseur: 'Er is iemand die hierop lijkt, maar we weten het niet zeker. Bel de Adviseur voordat je gaat.',
};

/** "Rood", "Geel", "Niet te bepalen" or "Geen signaal gevonden", in a badge. */
export function Lichtmerk({ uitkomst }: { uitkomst: Uitkomst }) {
  return <Merk soort={MERK[uitkomst]}>{lichten[uitkomst].woord}</Merk>;
}

export const instructiezin = (lijst: readonly Instructie[]): string => lijst.map((i) => instructies[i].tekst).join('. ');

/** What to do, and nothing of why. */
export function Doen({ instructies: lijst, toelichtingen }: { instructies: readonly Instructie[]; toelichtingen: readonly string[] }) {
  return <Lijst items={[...lijst.map((i) => <strong>{instructies[i].tekst}</strong>), ...toelichtingen]} />;
}

function Licht({ waarover, oordeel }: { waarover: string; oordeel: Oordeel }) {
  const { woord, zin } = lichten[oordeel.uitkomst];
  return (
    <Melding soort={MELDING[oordeel.uitkomst]} titel={`${waarover}: ${woord.charAt(0).toLowerCase()}${woord.slice(1)}`}>
      <p>{oordeel.vraagOm ? VRAAGOM[oordeel.vraagOm] : zin}</p>
      {oordeel.instructies.length > 0 && <Doen instructies={oordeel.instructies} toelichtingen={oordeel.toelichtingen} />}
      {oordeel.zelfdePand && <p>De toevoeging is niet bekend. Het is hetzelfde pand, maar misschien een andere woning.</p>}
    </Melding>
  );
}

/** The answer to a check: the person and the address apart. Who was asked about is not in it. */
export function Antwoordblok({ antwoord }: { antwoord: Antwoord }) {
  return (
    <>
      {antwoord.persoon && <Licht waarover="Deze persoon" oordeel={antwoord.persoon} />}
      {antwoord.adres && <Licht waarover="Op dit adres" oordeel={antwoord.adres} />}
    </>
  );
}

/** The same in a row of a list. */
export function Regelantwoord({ antwoord }: { antwoord: Antwoord }) {
  const delen = ([['', antwoord.persoon], ['Op dit adres: ', antwoord.adres]] as const).flatMap(([waar, o]) => (o === null ? [] : [{ waar, o }]));
  return (
    <>
      {delen.filter(({ o }) => o.uitkomst !== 'groen').map(({ waar, o }) => (
        <Alinea klein>{waar}{o.vraagOm ? VRAAGOM[o.vraagOm] : [instructiezin(o.instructies), ...o.toelichtingen].join('. ')}{o.zelfdePand ? ' (zelfde pand, misschien een andere woning)' : ''}</Alinea>
      ))}
    </>
  );
}
