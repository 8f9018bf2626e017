import { datumTekst, datumVoluit, dagVan } from '../../../kern/tijd/index.ts';
import { CollegaVeld, collegaOpties } from '../../../inrichting/index.ts';
import { stuurBestand } from '../../../dossier/index.ts';
import { Alinea, DatumVeld, Filters, Formulier, Groep, Keuzes, Knop, KnopBel, KnopLink, Knoppen, Kruimels, LegeStaat, Lijst, Melding, Nood112, PaginaKop, Persoonkaart, Selectie, Stapel, TekstGebied, TekstVeld, TijdVeld, Uitklap, veld, veldMeer, VerborgenVeld, Vinkjes } from '../../../ontwerp/index.ts';
import type { Bestanden } from '../../../platform/bestanden/index.ts';
import { waarde, type Site } from '../../../platform/http/index.ts';
import { soortInZin } from '../../regels/woorden.ts';
import { zetPlekken } from '../handelingen.ts';
import { maakOvertreding, type NaOpenen } from '../overtreden.ts';
import { plekkenoverzicht } from '../plekken.ts';
import { instructies, politiecodes, politiewoorden, vertrekcodes, vertrekwijzen, vorderingshulp } from '../regels.ts';
import { receptiebeeld, receptiefoto, receptiepersoon } from '../vragen.ts';

/** Registers the page of the reception, and what is written down there. */
export function receptiePaginas(site: Site, { bestanden, naOpenen }: { bestanden: Bestanden; naOpenen: NaOpenen }): void {
  site.pagina('/receptie', async (v) => {
    const b = await v.vraag(receptiebeeld, { locatie: v.query('locatie') });
    const bij = b.plek ? `?locatie=${b.plek.id}` : '';
    return {
      titel: 'Receptie', vorm: 'lezen',
      inhoud: (
        <Stapel>
          <PaginaKop titel={b.plek ? b.plek.naam : 'Receptie'} inleiding={b.plek ? `Wie mag hier vandaag niet komen? Het is ${datumVoluit(dagVan(v.nu), dagVan(v.nu))}.` : undefined} />
          {b.plek === null && <LegeStaat titel="Je hebt nog geen gebouw" icoon="gebouw"><p>Vraag je beheerder om bij jou een locatie in te vullen.</p></LegeStaat>}
          {b.plek && b.personen.length === 0 && <LegeStaat titel="Iedereen mag hier binnen" icoon="vink-rond"><p>Er geldt nu geen verbod voor dit gebouw.</p></LegeStaat>}
          {b.personen.map((p) => (
            <Persoonkaart naam={p.naam} foto={p.foto ? `/receptie/${p.maatregelId}/foto` : undefined} kop={instructies[p.soort]?.kop ?? ''} onder={p.tot ? `Tot en met ${datumTekst(p.tot)}` : undefined}>
              <Lijst items={instructies[p.soort]?.doen ?? []} genummerd />
              <Knoppen><KnopLink href={`/receptie/${p.maatregelId}/overtreding${bij}`}>Deze persoon is hier</KnopLink></Knoppen>
            </Persoonkaart>
          ))}
          {b.personen.length > 0 && <><Nood112 />{b.beveiliging !== '' && <Knoppen><KnopBel nummer={b.beveiliging} /></Knoppen>}</>}
          {b.plekken.length > 1 && (
            <Filters actie="/receptie">
              <Selectie naam="locatie" label="Ander gebouw" opties={b.plekken.map((p) => ({ waarde: p.id, label: p.naam }))} waarde={b.plek?.id} />
            </Filters>
          )}
          <Alinea klein zacht>Laat dit scherm niet aan bezoekers zien. We houden bij wie het opent. Ga niet zelf op zoek naar meer informatie over deze persoon.</Alinea>
          {v.mag('receptie.plekken') && <Alinea klein><a class="ams-link" href="/receptie/plekken">Wie staat bij welk gebouw?</a></Alinea>}
        </Stapel>
      ),
    };
  });

  site.ruw('GET', '/receptie/:maatregel/foto', async (v) => stuurBestand(v, bestanden, await v.vraag(receptiefoto, { maatregel: v.id('maatregel') })));

  site.formulier('/receptie/:maatregel/overtreding', {
    handeling: maakOvertreding(naOpenen),
    laad: (v) => v.vraag(receptiepersoon, { maatregel: v.id('maatregel'), locatie: v.query('locatie') || '' }),
    begin: (p, v) => ({ locatie: p.plek.id, medewerker_naam: v.sessie.medewerker.naam, namens: v.sessie.organisatie.naam, politie: 'nee' }),
    toon: async (p, stand, v) => ({
      titel: 'Deze persoon is hier', menu: '/receptie', vorm: 'lezen',
      inhoud: (
        <Stapel>
          <Kruimels items={[{ tekst: p.plek.naam, href: '/receptie' }]} />
          <PaginaKop titel={`${p.naam} was hier`} inleiding={`Er geldt een ${soortInZin(p.soort)}. Schrijf kort op wat er gebeurde. Eerst veilig, dan pas schrijven.`} />
          <Nood112 />
          <Formulier actie={`/receptie/${p.maatregelId}/overtreding?locatie=${p.plek.id}`} {...stand}>
            <VerborgenVeld naam="locatie" waarde={waarde(stand.waarden, 'locatie')} />
            <Keuzes {...veld(stand, 'gevorderd')} label="Heeft iemand gezegd dat de persoon moest vertrekken?" verplicht opties={[{ waarde: 'ja', label: 'Ja' }, { waarde: 'nee', label: 'Nee' }]} />
            <Groep titel="Als dat gezegd is">
              <CollegaVeld label="Wie zei het?" stand={stand} opties={await collegaOpties(v, stand)} uitleg="Typ een naam of personeelsnummer. Was jij het? Laat dan je eigen naam staan." />
              <TekstVeld {...veld(stand, 'namens')} label="Namens wie?" max={200} uitleg="Bijvoorbeeld de gemeente, of de eigenaar van het gebouw" />
            </Groep>
            <Keuzes {...veld(stand, 'vertrokken')} label="Vertrok de persoon?" verplicht opties={vertrekcodes.map((w) => ({ waarde: w, label: vertrekwijzen[w] }))} />
            <Keuzes {...veld(stand, 'politie')} label="Is de politie gebeld?" verplicht opties={politiecodes.map((w) => ({ waarde: w, label: politiewoorden[w] }))} />
            <Vinkjes {...veldMeer(stand, 'vormen')} label="Was er ook agressie?" opties={p.vormen.map((w) => ({ waarde: w.id, label: w.naam }))} />
            <TekstGebied {...veld(stand, 'toelichting')} label="Wat gebeurde er verder?" regels={4} max={5_000} uitleg="Schrijf wat je zag en hoorde" />
            <Groep titel="Was het niet zonet?">
              <DatumVeld {...veld(stand, 'datum')} label="Op welke dag?" uitleg="Leeg is vandaag" />
              <TijdVeld {...veld(stand, 'tijd')} label="Hoe laat?" />
              <TekstVeld {...veld(stand, 'plek')} label="Waar precies?" max={300} />
            </Groep>
            <Knoppen><Knop>Leg vast</Knop><KnopLink soort="rustig" href="/receptie">Terug zonder opslaan</KnopLink></Knoppen>
          </Formulier>
          <Uitklap titel={vorderingshulp.titel}><Alinea>{vorderingshulp.tekst}</Alinea><Alinea klein zacht>Bron: Wetboek van Strafrecht, artikelen 138 en 139. Dit is hulp, geen juridisch advies.</Alinea></Uitklap>
        </Stapel>
      ),
    }),
    klaar: (r) => ({ naar: `/receptie?locatie=${r.locatie}`, bericht: 'Dank je. Het staat erin, en wie erover gaat krijgt bericht. Hoe het verder gaat lees je onder Mijn meldingen.' }),
  });

  site.formulier('/receptie/plekken', {
    handeling: zetPlekken,
    laad: (v) => v.vraag(plekkenoverzicht, {}),
    toon: async (b, stand, v) => ({
      titel: 'Wie staat bij welk gebouw?', menu: '/receptie', vorm: 'lezen',
      inhoud: (
        <Stapel>
          <Kruimels items={[{ tekst: 'Receptie', href: '/receptie' }]} />
          <PaginaKop titel="Wie staat bij welk gebouw?" inleiding="Elke receptionist ziet het gebouw van de eigen werkplek. Staat iemand bij meer gebouwen? Kies die hier." />
          {b.mensen.length === 0 ? <Melding soort="info" titel="Nog niemand"><p>Niemand staat nu bij een extra gebouw.</p></Melding> : <Lijst items={b.mensen.map((m) => `${m.naam}: ${m.plekken.join(', ')}`)} />}
          <Formulier actie="/receptie/plekken" {...stand}>
            <CollegaVeld label="Welke receptionist?" verplicht stand={stand} opties={await collegaOpties(v, stand)} />
            <Vinkjes {...veldMeer(stand, 'locaties')} label="Welke gebouwen, naast de eigen werkplek?" opties={b.locaties.map((l) => ({ waarde: l.id, label: l.naam }))} uitleg="Wat je niet aanvinkt, ziet deze collega niet meer." />
            <Knoppen><Knop>Bewaar</Knop></Knoppen>
          </Formulier>
        </Stapel>
      ),
    }),
    klaar: () => ({ naar: '/receptie/plekken', bericht: 'Bewaard.' }),
  });
}
