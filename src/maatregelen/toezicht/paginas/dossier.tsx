import type { ComponentChildren } from 'preact';
import { fout } from '../../../kern/fouten/index.ts';
import { dagVan, datumTekst, datumTijdTekst } from '../../../kern/tijd/index.ts';
import { CollegaVeld, collegaOpties } from '../../../inrichting/index.ts';
import { dossierpaneel, type Dossierpaneel } from '../../../dossier/index.ts';
import { Alinea, Citaat, DatumVeld, DefinitieLijst, Formulier, Groep, Kaart, Keuzes, Knop, KnopLink, Knoppen, Kop, Kruimels, Lijst, Link, Melding, Merk, PaginaKop, Stapel, TekstGebied, veld, veldMeer, VerborgenVeld, Vinkjes } from '../../../ontwerp/index.ts';
import { waarde, type PaginaInhoud, type Site, type Verzoek } from '../../../platform/http/index.ts';
import { soortInZin, soortnamen, toestanden } from '../../regels/woorden.ts';
import { evalueerMaatregel, herstelDienstverlening, kiesFoto } from '../handelingen.ts';
import { evaluatiecodes, evaluatieuitkomsten, overtredingzin } from '../regels.ts';
import { fotokeuze, onderdeelkeuze, toezichtbeeld, toezichtVan, type Toezichtbeeld, type ToezichtMaatregel } from '../vragen.ts';

type Mag = Toezichtbeeld['mag'];

/** What goes on around the measures of this dossier, on its first page; nothing where no measure ever held. */
export const toezichtpaneel: Dossierpaneel = dossierpaneel({
  sleutel: 'toezicht', plek: 'hoofd',
  haal: (ctx, onderwerp) => toezichtVan(ctx, onderwerp.dossierId),
  toon: (data, beeld) => {
    const lijst = data.maatregelen.filter(teVolgen);
    return lijst.length === 0 ? null : <Kaart titel="Maatregelen die lopen of liepen" icoon="schild" id="toezicht">{lijst.map((m) => <Toezicht m={m} dossierId={beeld.dossier.id} mag={beeld.mag} />)}</Kaart>;
  },
});

/** Whether there is something to watch: it holds, it was breached, or its end still asks for something. */
function teVolgen(m: ToezichtMaatregel): boolean {
  return m.loopt || m.overtredingen.length > 0 || m.herstel_sinds !== null;
}

/** One measure: how it stands, what was breached, what was found on looking again, and the buttons for the next step. */
function Toezicht({ m, dossierId, mag }: { m: ToezichtMaatregel; dossierId: string; mag: Mag }) {
  const pad = `/dossiers/${dossierId}/toezicht/${m.id}`;
  return (
    <Stapel ruimte="s">
      <Kop niveau={3}>{soortnamen[m.soort]} voor {m.partij}</Kop>
      <Alinea>
        <Merk soort={m.toestand === 'in_werking' ? 'let-op' : 'neutraal'}>{toestanden[m.toestand].toLowerCase()}</Merk>
        {m.overtredingen.length > 0 && <> <Merk soort="ernstig">{m.overtredingen.length === 1 ? 'één keer overtreden' : `${m.overtredingen.length} keer overtreden`}</Merk></>}
        {m.loopt && m.eind_op && ` Tot en met ${datumTekst(m.eind_op)}.`}
        {m.loopt && m.evaluatie_op && ` Evaluatie op ${datumTekst(m.evaluatie_op)}.`}
      </Alinea>
      {m.overtredingen.length > 0 && (
        <ul class="rd-lijst">
          {m.overtredingen.map((o) => (
            <li>{datumTijdTekst(o.op)}, {[o.locatie, o.plek].filter(Boolean).join(', ')}. {overtredingzin({ ...o, gevorderdDoor: o.gevorderd_door })} <Link href={`/dossiers/${o.nieuw_dossier_id}`}>Dossier {o.nummer}</Link></li>
          ))}
        </ul>
      )}
      {m.evaluaties.map((e) => <Citaat bron={`${e.door}, ${datumTijdTekst(e.op)}: ${evaluatieuitkomsten[e.uitkomst].toLowerCase()}${e.nieuw_einde ? `, op ${datumTekst(e.nieuw_einde)}` : ''}`}>{e.sinds} {e.reden}</Citaat>)}
      {m.herstel_sinds !== null && (m.hersteld_op
        ? <><Alinea>De dienstverlening is hersteld op {datumTekst(dagVan(m.hersteld_op))}. {m.verteld_door} vertelde het aan: {m.verteld_aan}.</Alinea>{m.verteld.length > 0 && <Lijst items={m.verteld.map((x) => `${x.onderdeel}: ${x.naam} ${x.gelezen_op ? `las het op ${datumTekst(dagVan(x.gelezen_op))}` : 'las het nog niet'}`)} />}</>
        : <Melding soort="let-op" titel="De dienstverlening is nog niet hersteld" niveau={4}><p>De maatregel is voorbij. Laat de betrokkene en de onderdelen weten dat hij weer gewoon wordt geholpen.</p></Melding>)}
      <Knoppen>
        {m.loopt && mag('maatregel.evalueren') && <KnopLink soort="secundair" href={`${pad}/evaluatie`}>Evalueer</KnopLink>}
        {m.herstel_sinds !== null && m.hersteld_op === null && mag('maatregel.herstellen') && <KnopLink href={`${pad}/herstel`}>Herstel de dienstverlening</KnopLink>}
        {m.loopt && mag('maatregel.foto') && <KnopLink soort="rustig" href={`${pad}/foto`}>{m.foto_reden ? 'Wijzig de foto' : 'Zet een foto bij de receptie'}</KnopLink>}
      </Knoppen>
    </Stapel>
  );
}

/** Registers the forms about a measure that holds or held. */
export function toezichtPaginas(site: Site): void {
  const kader = (b: Toezichtbeeld, titel: string, inleiding: ComponentChildren, inhoud: ComponentChildren): PaginaInhoud => ({
    titel, menu: '/dossiers',
    inhoud: (
      <Stapel>
        <Kruimels items={[{ tekst: 'Dossiers', href: '/dossiers' }, { tekst: `${b.dossier.titel} (${b.dossier.nummer})`, href: `/dossiers/${b.dossier.id}` }]} />
        <PaginaKop titel={titel} inleiding={inleiding} />
        {inhoud}
      </Stapel>
    ),
  });
  const laad = (h: Parameters<Mag>[0], past: (m: ToezichtMaatregel) => boolean) => async (v: Verzoek): Promise<{ b: Toezichtbeeld; m: ToezichtMaatregel }> => {
    const b = await v.vraag(toezichtbeeld, { id: v.id('id') });
    const m = b.maatregelen.find((x) => x.id === v.id('maatregel'));
    if (!m || !past(m) || !b.mag(h)) throw fout('niet-gevonden');
    return { b, m };
  };
  const terug = (bericht: string) => (r: { id: string }) => ({ naar: `/dossiers/${r.id}`, bericht });
  const Terug = ({ id }: { id: string }) => <KnopLink soort="rustig" href={`/dossiers/${id}`}>Terug zonder opslaan</KnopLink>;

  site.formulier('/dossiers/:id/toezicht/:maatregel/evaluatie', {
    handeling: evalueerMaatregel,
    laad: laad('maatregel.evalueren', (m) => m.loopt),
    begin: ({ m }) => ({ versie: String(m.versie) }),
    toon: ({ b, m }, stand) => kader(b, 'Is de maatregel nog nodig?', `${soortnamen[m.soort]} voor ${m.partij}${m.eind_op ? `, tot en met ${datumTekst(m.eind_op)}` : ''}. Mensen kunnen veranderen. Kijk wat er sinds het begin gebeurde, niet alleen naar toen.`, (
      <Formulier actie={`/dossiers/${b.dossier.id}/toezicht/${m.id}/evaluatie`} {...stand}>
        <VerborgenVeld naam="versie" waarde={waarde(stand.waarden, 'versie')} />
        <DefinitieLijst items={[{ term: 'Overtredingen', waarde: m.overtredingen.length === 0 ? 'geen' : String(m.overtredingen.length) }, { term: 'Eerder geëvalueerd', waarde: m.evaluaties.length === 0 ? 'nee' : `${m.evaluaties.length} keer` }]} />
        <TekstGebied {...veld(stand, 'sinds')} label="Wat is er sinds het begin gebeurd?" verplicht regels={3} max={4_000} uitleg="Noem wat iemand deed. Gebeurde er niets? Dat telt ook." />
        <Keuzes {...veld(stand, 'uitkomst')} label="Wat gebeurt er met de maatregel?" verplicht opties={evaluatiecodes.map((w) => ({ waarde: w, label: evaluatieuitkomsten[w] }))} />
        <TekstGebied {...veld(stand, 'reden')} label="Waarom?" verplicht regels={3} max={4_000} uitleg="Als er iets verandert, staat dit in de brief aan de betrokkene. Noem dan geen naam, functie of afdeling van een collega." />
        <Groep titel="Als de maatregel blijft of eerder eindigt">
          <DatumVeld {...veld(stand, 'nieuw_einde')} label="Nieuwe laatste dag" snel={[]} uitleg="Alleen als de maatregel eerder eindigt" />
          <DatumVeld {...veld(stand, 'volgende')} label="Wanneer kijk je er weer naar?" snel={[]} uitleg="Nodig als de maatregel nog langer dan drie maanden duurt" />
        </Groep>
        <Knoppen><Knop>Leg de evaluatie vast</Knop><Terug id={b.dossier.id} /></Knoppen>
      </Formulier>
    )),
    klaar: terug('De evaluatie staat erin. Verandert er iets voor de betrokkene, dan staat er een brief klaar bij Brieven.'),
  });

  site.formulier('/dossiers/:id/toezicht/:maatregel/herstel', {
    handeling: herstelDienstverlening,
    laad: async (v) => ({ ...(await laad('maatregel.herstellen', (m) => m.herstel_sinds !== null && m.hersteld_op === null)(v)), onderdelen: await v.vraag(onderdeelkeuze, { id: v.id('id') }) }),
    begin: (_, v) => ({ medewerker_naam: v.sessie.medewerker.naam }),
    toon: async ({ b, m, onderdelen }, stand, v) => kader(b, 'Herstel de dienstverlening', `De maatregel (${soortInZin(m.soort)}) voor ${m.partij} is voorbij. De betrokkene wordt weer gewoon geholpen. Zorg dat iedereen dat weet.`, (
      <Formulier actie={`/dossiers/${b.dossier.id}/toezicht/${m.id}/herstel`} {...stand}>
        <CollegaVeld label="Wie zorgt dat iedereen het weet?" verplicht stand={stand} opties={await collegaOpties(v, stand)} />
        <Vinkjes {...veldMeer(stand, 'onderdelen')} label="Welke onderdelen moeten het horen?" uitleg="De leidinggevende krijgt een e-mail zonder inhoud, en bevestigt dat hij of zij het las. Er staat niet in wat er gebeurde." opties={onderdelen.map((o) => ({ waarde: o.id, label: o.naam }))} />
        <TekstGebied {...veld(stand, 'verteld_aan')} label="Wie weet het nog meer?" regels={2} max={1_000} uitleg="Wie je het zelf vertelde. Bijvoorbeeld: de receptie van het stadhuis" />
        <TekstGebied {...veld(stand, 'afspraken')} label="Zijn er afspraken gemaakt met de betrokkene?" regels={2} max={2_000} uitleg="Elke afspraak op een eigen regel. Ze komen in de brief. Noem geen naam, functie of afdeling van een collega." />
        <Knoppen><Knop>De dienstverlening is hersteld</Knop><Terug id={b.dossier.id} /></Knoppen>
      </Formulier>
    )),
    klaar: terug('Vastgelegd. De brief staat klaar bij Brieven.'),
  });

  site.formulier('/dossiers/:id/toezicht/:maatregel/foto', {
    handeling: kiesFoto,
    laad: async (v) => ({ ...(await laad('maatregel.foto', (m) => m.loopt)(v)), fotos: await v.vraag(fotokeuze, { id: v.id('id') }) }),
    begin: ({ m }) => ({ bestand: '', reden: m.foto_reden ?? '' }),
    toon: ({ b, m, fotos }, stand) => kader(b, 'Foto voor de receptie', `De receptie ziet van ${m.partij} alleen een naam. Een foto mag erbij als een naam niet genoeg is. Ze verdwijnt als de maatregel eindigt.`, (
      <Formulier actie={`/dossiers/${b.dossier.id}/toezicht/${m.id}/foto`} {...stand}>
        <Keuzes {...veld(stand, 'bestand')} label="Welke foto?" opties={[{ waarde: '', label: 'Geen foto' }, ...fotos.map((f) => ({ waarde: f.id, label: f.naam, uitleg: `toegevoegd op ${datumTekst(dagVan(f.op))}` }))]} />
        <TekstGebied {...veld(stand, 'reden')} label="Waarom is een naam niet genoeg?" regels={2} max={1_000} />
        <Knoppen><Knop>Bewaar</Knop><Terug id={b.dossier.id} /></Knoppen>
      </Formulier>
    )),
    klaar: terug('Bewaard.'),
  });
}
