import { compartimenten } from '../../kern/rechten/index.ts';
import { datumTekst, dagVan } from '../../kern/tijd/index.ts';
import { Alinea, DatumVeld, DefinitieLijst, Formulier, Kaart, Keuzes, KnopLink, LegeStaat, Link, Merk, Selectie, Stapel, Tabel, TekstGebied, TekstVeld, veld, veldMeer, Verborgen, Vinkjes, type MerkSoort } from '../../ontwerp/index.ts';
import { type Site, type Stand } from '../../platform/http/index.ts';
import { maakLegMachtigingVast, trekMachtigingIn } from '../handelingen/machtigingen.ts';
import { CollegaVeld, collegaOpties } from '../kiescollega.tsx';
import { verlenercodes, verleners, type Machtigingswoorden } from '../regels/machtigingen.ts';
import { isGriffier } from '../regels/rollen.ts';
import { compartimentnamen } from '../regels/woorden.ts';
import { onderdelenLijst } from '../vragen/lijsten.ts';
import { eenMachtiging, machtigingenLijst, type Machtigingregel } from '../vragen/machtigingen.ts';
import { BEGIN, Bewaar, Gevolgen, kader, MENU, vereis } from './gedeeld.tsx';

const PAD = `${MENU}/machtigingen`;
const KRUIMELS = [BEGIN, { tekst: 'Machtigingen', href: PAD }];
const STAND: Record<Machtigingregel['stand'], { tekst: string; soort: MerkSoort }> = {
  geldt: { tekst: 'geldt', soort: 'klaar' }, nog_niet: { tekst: 'nog niet ingegaan', soort: 'info' }, verlopen: { tekst: 'verlopen', soort: 'let-op' }, ingetrokken: { tekst: 'ingetrokken', soort: 'let-op' },
};

const periode = (m: Machtigingregel): string => (m.tot ? `${datumTekst(m.van)} tot en met ${datumTekst(m.tot)}` : `vanaf ${datumTekst(m.van)}, tot iemand haar intrekt`);

/** Registers the pages of the mandates (functies A2), with the words of the room that decides. */
export function machtigingenPaginas(site: Site, woorden: Machtigingswoorden): void {
  const waarover = (m: Machtigingregel): string => (Object.keys(woorden.maatregelen).every((c) => m.maatregelsoorten.includes(c)) ? 'alle maatregelen' : m.maatregelsoorten.map((c) => woorden.maatregelen[c] ?? c).join(', '));

  site.pagina(PAD, async (v) => {
    const alle = await v.vraag(machtigingenLijst, {});
    const houdtBij = v.mag('inrichting.machtigingen');
    return kader({
      titel: 'Machtigingen', inleiding: 'Wie namens de organisatie over maatregelen beslist. Zonder geldige machtiging kan niemand een besluit nemen.',
      acties: houdtBij ? <KnopLink icoon="plus" href={`${PAD}/nieuw`}>Leg een machtiging vast</KnopLink> : undefined,
    }, (
      <Stapel>
        {alle.length === 0 && <LegeStaat titel="Er zijn nog geen machtigingen" icoon="slot"><p>Zolang er geen machtiging is, kan niemand over een maatregel beslissen.</p></LegeStaat>}
        {compartimenten.filter((c) => alle.some((m) => m.compartiment === c)).map((c) => (
          <Kaart titel={compartimentnamen[c]}>
            <Tabel
              bijschrift={`Machtigingen: ${compartimentnamen[c]}`} bijschriftVerborgen rijen={alle.filter((m) => m.compartiment === c)} leeg={<Alinea>Geen machtigingen.</Alinea>}
              kolommen={[
                { kop: 'Wie', rijkop: true, cel: (m) => m.naam },
                { kop: 'Beslist als', cel: (m) => woorden.beslissers[m.beslissersoort] ?? m.beslissersoort },
                { kop: 'Waarover', cel: waarover },
                { kop: 'Waar', cel: (m) => m.onderdeel ?? 'hele organisatie' },
                { kop: 'Verleend door', cel: (m) => <>{verleners[m.verlener]}<Alinea klein zacht>{m.kenmerk}</Alinea></> },
                { kop: 'Wanneer', cel: (m) => <>{periode(m)} <Merk soort={STAND[m.stand].soort}>{STAND[m.stand].tekst}</Merk></> },
                ...(alle.some((m) => m.magIntrekken) ? [{ kop: 'Wijzigen', cel: (m: Machtigingregel) => (m.magIntrekken ? <Link href={`${PAD}/${m.id}`}>Trek in<Verborgen>: machtiging van {m.naam}</Verborgen></Link> : <span class="rd-zacht">{'–'}</span>) }] : []),
              ]}
            />
          </Kaart>
        ))}
      </Stapel>
    ));
  });

  site.formulier(`${PAD}/nieuw`, {
    handeling: maakLegMachtigingVast(woorden),
    laad: async (v) => {
      vereis(v, 'inrichting.machtigingen');
      return (await v.vraag(onderdelenLijst, {})).filter((o) => o.actief);
    },
    begin: (_, v) => ({ compartiment: isGriffier(v.sessie.actor) ? 'politiek' : 'ambtelijk' }),
    toon: async (onderdelen, stand: Stand, v) => kader({ titel: 'Leg een machtiging vast', kruimels: KRUIMELS, inleiding: 'Je schrijft op wat al besloten is. Wie de machtiging gaf, en waar dat staat, hoort erbij.' },
      <Formulier actie={`${PAD}/nieuw`} {...stand}>
        <CollegaVeld label="Wie is gemachtigd?" verplicht stand={stand} opties={await collegaOpties(v, stand)} />
        <Keuzes {...veld(stand, 'compartiment')} label="Voor wie geldt het?" verplicht opties={compartimenten.map((c) => ({ waarde: c, label: compartimentnamen[c] }))} />
        <Keuzes {...veld(stand, 'beslissersoort')} label="In welke rol beslist deze collega?" verplicht opties={Object.entries(woorden.beslissers).map(([waarde, label]) => ({ waarde, label }))} />
        <Vinkjes {...veldMeer(stand, 'maatregelsoorten')} label="Waarover?" verplicht opties={Object.entries(woorden.maatregelen).map(([waarde, label]) => ({ waarde, label }))} />
        <Selectie {...veld(stand, 'onderdeel')} label="Alleen in dit onderdeel" leeg="De hele organisatie" uitleg="Met alles wat eronder valt" opties={onderdelen.map((o) => ({ waarde: o.id, label: o.naam }))} />
        <Keuzes {...veld(stand, 'verlener')} label="Wie gaf de machtiging?" verplicht opties={verlenercodes.map((c) => ({ waarde: c, label: verleners[c] }))} />
        <TekstVeld {...veld(stand, 'kenmerk')} label="Waar staat dat?" verplicht uitleg="Bijvoorbeeld ‘Mandaatregister 2026, nr. 14’" max={200} />
        <DatumVeld {...veld(stand, 'van')} label="Eerste dag" uitleg="Leeg is vandaag" />
        <DatumVeld {...veld(stand, 'tot')} label="Laatste dag" uitleg={`Leeg is: tot iemand haar intrekt. Bijvoorbeeld 31-12-${dagVan(v.nu).year}`} />
        <Bewaar tekst="Leg vast" terug={PAD} />
      </Formulier>),
    klaar: () => ({ naar: PAD, bericht: 'De machtiging is vastgelegd.' }),
  });

  site.formulier(`${PAD}/:id`, {
    handeling: trekMachtigingIn,
    laad: (v) => v.vraag(eenMachtiging, { id: v.id('id') }),
    toon: (m, stand) => kader({ titel: `Machtiging van ${m.naam} intrekken`, kruimels: KRUIMELS },
      <Stapel>
        <DefinitieLijst items={[{ term: 'Beslist als', waarde: woorden.beslissers[m.beslissersoort] ?? m.beslissersoort }, { term: 'Waarover', waarde: waarover(m) }, { term: 'Waar', waarde: m.onderdeel ?? 'hele organisatie' }, { term: 'Wanneer', waarde: periode(m) }]} />
        <Gevolgen items={[`${m.naam} kan vanaf nu niet meer beslissen met deze machtiging.`, 'Wat al besloten is, blijft staan.', 'Intrekken kun je niet terugdraaien. Je kunt wel een nieuwe machtiging vastleggen.']} />
        <Formulier actie={`${PAD}/${m.id}`} {...stand}>
          <TekstGebied {...veld(stand, 'reden')} label="Waarom stopt de machtiging?" verplicht regels={3} max={500} />
          <Bewaar tekst="Trek de machtiging in" terug={PAD} />
        </Formulier>
      </Stapel>),
    klaar: () => ({ naar: PAD, bericht: 'De machtiging is ingetrokken.' }),
  });
}
