import { Fout, fout } from '../../kern/fouten/index.ts';
import { dagVan, datumTekst, datumTijdTekst, voorTekst } from '../../kern/tijd/index.ts';
import { Alinea, Citaat, DatumVeld, DefinitieLijst, Formulier, Groep, Kaart, Keuzes, Knop, KnopLink, Knoppen, Kruimels, LegeStaat, Link, Melding, Merk, PaginaKop, Selectie, Stapel, Tabel, TekstGebied, TekstVeld, TermijnTekst, Tijdlijn, TweeKolommen, veld, VELD_CSRF, veldVinkje, VerborgenVeld, Vinkje } from '../../ontwerp/index.ts';
import { eigenPost, waarde, type PaginaInhoud, type Site, type Verzoek } from '../../platform/http/index.ts';
import type { Pdfmaker } from '../../brieven/index.ts';
import type { Klokonderwerpen } from '../../dossier/index.ts';
import { begintekst } from '../avg/brief.ts';
import { maakBesluiten, verlengVerzoek } from '../avg/handelingen.ts';
import { maakInzage, type Inzagedeel } from '../avg/inzage.ts';
import { ONDERWERP } from '../avg/openen.ts';
import { stapwoorden, uitkomsten, uitkomstenVan, verzoeksoorten, vraagtTweede } from '../avg/regels.ts';
import { verzoekbeeld, verzoekenlijst, type Verzoekbeeld } from '../avg/vragen.ts';
import type { Bewaarder } from '../avg/wissen.ts';
import { overzichtHtml } from './overzicht.tsx';

/** How clocks about a request are called, and where they lead. */
export const verzoekklokken: Klokonderwerpen = {
  [ONDERWERP]: { zin: (soort) => (soort === 'avg_kennisgeving' ? 'Vertel de persoon dat we gegevens vastleggen' : 'Antwoord op een privacyverzoek'), pad: (id) => `/privacyverzoeken/${id}`, waarover: 'Privacyverzoek' },
};

const standwoord = (v: { status: string; uitkomst: keyof typeof uitkomsten | null }): string =>
  v.status === 'wacht_op_tweede' ? 'wacht op een tweede persoon' : v.uitkomst === null ? 'loopt' : uitkomsten[v.uitkomst].toLowerCase();

/** Registers the list of requests of registered persons and what is done with each. */
export function verzoekPaginas(site: Site, { bewaarders, inzagedelen, pdf }: { bewaarders: readonly Bewaarder[]; inzagedelen: readonly Inzagedeel[]; pdf: Pdfmaker }): void {
  const { besluit, bevestig } = maakBesluiten(bewaarders);
  const inzage = maakInzage(inzagedelen);
  const haal = (v: Verzoek) => v.vraag(verzoekbeeld, { id: v.id('id') });
  const open = async (v: Verzoek): Promise<Verzoekbeeld> => {
    const b = await haal(v);
    if (!b.behandelt || b.verzoek.status !== 'open') throw fout('niet-gevonden');
    return b;
  };
  const kader = (b: Verzoekbeeld, titel: string, inleiding: string | undefined, inhoud: PaginaInhoud['inhoud']): PaginaInhoud => ({
    titel, menu: '/privacyverzoeken',
    inhoud: (
      <Stapel>
        <Kruimels items={[{ tekst: 'Privacyverzoeken', href: '/privacyverzoeken' }, { tekst: verzoeksoorten[b.verzoek.soort], href: `/privacyverzoeken/${b.verzoek.id}` }]} />
        <PaginaKop titel={titel} inleiding={inleiding} />
        {inhoud}
      </Stapel>
    ),
  });
  const Terug = ({ id }: { id: string }) => <KnopLink soort="rustig" href={`/privacyverzoeken/${id}`}>Terug zonder opslaan</KnopLink>;

  site.pagina('/privacyverzoeken', async (v) => {
    const { verzoeken } = await v.vraag(verzoekenlijst, {});
    return {
      titel: 'Privacyverzoeken', menu: '/privacyverzoeken',
      inhoud: (
        <Stapel>
          <PaginaKop titel="Privacyverzoeken" inleiding="Wat mensen over wie iets is vastgelegd hebben gevraagd, en wie nog bericht moet krijgen. Zonder namen." />
          <Tabel bijschrift="Privacyverzoeken, wat nog open staat eerst" bijschriftVerborgen rijen={verzoeken}
            leeg={<LegeStaat titel="Er zijn geen verzoeken" icoon="schild"><p>Komt er een verzoek binnen? Open dan de persoon en leg het daar vast.</p></LegeStaat>}
            kolommen={[
              { kop: 'Verzoek', rijkop: true, cel: (r) => <Link href={`/privacyverzoeken/${r.id}`}>{verzoeksoorten[r.soort]}</Link> },
              { kop: 'Ontvangen', cel: (r) => datumTekst(dagVan(r.ontvangen_op)) },
              { kop: 'Klaar', cel: (r) => (r.verval_op ? <TermijnTekst tekst={voorTekst(r.verval_op, v.nu)} tijd={r.verval_op.toString()} /> : '') },
              { kop: 'Wie', cel: (r) => r.aan ?? 'nog niemand' },
              { kop: 'Stand', cel: (r) => <>{standwoord(r)}{r.compartiment === 'politiek' && <> <Merk soort="info">gesloten compartiment</Merk></>}</> },
            ]} />
        </Stapel>
      ),
    };
  });

  site.pagina('/privacyverzoeken/:id', async (v) => {
    const b = await haal(v);
    return { titel: verzoeksoorten[b.verzoek.soort], menu: '/privacyverzoeken', inhoud: <Verzoekpagina b={b} v={v} /> };
  });

  site.formulier('/privacyverzoeken/:id/verlengen', {
    handeling: verlengVerzoek,
    laad: open,
    begin: (b) => ({ versie: String(b.verzoek.versie) }),
    toon: (b, stand) => {
      const kennisgeving = b.verzoek.soort === 'kennisgeving';
      return kader(b, kennisgeving ? 'Stel het bericht uit' : 'Verleng de termijn', kennisgeving ? 'Uitstellen mag alleen als het nodig is, bijvoorbeeld voor de veiligheid van een collega. De reden wordt bewaard.' : 'Dit kan één keer, met twee maanden erbij, als het verzoek ingewikkeld is. Vertel het de persoon binnen de eerste maand.', (
        <Formulier actie={`/privacyverzoeken/${b.verzoek.id}/verlengen`} {...stand}>
          <VerborgenVeld naam="versie" waarde={waarde(stand.waarden, 'versie')} />
          {kennisgeving && <DatumVeld {...veld(stand, 'tot')} label="Tot wanneer?" verplicht uitleg="Dan kijken we er opnieuw naar" />}
          <TekstGebied {...veld(stand, 'reden')} label="Waarom?" verplicht regels={3} max={1_000} />
          <Knoppen><Knop>{kennisgeving ? 'Stel uit' : 'Verleng'}</Knop><Terug id={b.verzoek.id} /></Knoppen>
        </Formulier>
      ));
    },
    klaar: (r) => ({ naar: `/privacyverzoeken/${r.id}`, bericht: 'Vastgelegd.' }),
  });

  site.formulier('/privacyverzoeken/:id/besluit', {
    handeling: besluit,
    laad: open,
    begin: (b) => ({ versie: String(b.verzoek.versie), brief: b.incidenten.length > 0 ? 'ja' : '', dossier: b.incidenten[0]?.dossierId ?? '', ...begintekst }),
    toon: (b, stand) => {
      const { soort } = b.verzoek;
      const kennisgeving = soort === 'kennisgeving';
      return kader(b, kennisgeving ? 'Krijgt de persoon bericht?' : 'Besluit op het verzoek', `${verzoeksoorten[soort]}: ${b.groep.weergave}.`, (
        <Formulier actie={`/privacyverzoeken/${b.verzoek.id}/besluit`} {...stand}>
          <VerborgenVeld naam="versie" waarde={waarde(stand.waarden, 'versie')} />
          <Keuzes {...veld(stand, 'uitkomst')} label="Wat besluit je?" verplicht opties={uitkomstenVan(soort).map((u) => ({ waarde: u, label: uitkomsten[u], uitleg: vraagtTweede(soort, u) ? 'Een tweede persoon moet dit bevestigen.' : undefined }))} />
          <TekstGebied {...veld(stand, 'reden')} label="Waarom?" verplicht={!kennisgeving} uitleg={kennisgeving ? 'Alleen nodig als er geen bericht uitgaat' : 'De persoon krijgt dit te lezen. Noem geen namen van collega’s.'} regels={4} max={4_000} />
          {!kennisgeving && <TekstGebied {...veld(stand, 'behouden')} label="Wat doen we niet, of bewaren we wel?" uitleg="Alleen als je het deels toewijst" regels={2} max={2_000} />}
          <Vinkje {...veldVinkje(stand, 'brief')} label="Zet een brief klaar" uitleg="Je kijkt haar na op het tabblad Brieven van het dossier." />
          <Groep titel="Voor de brief" naam="brief">
            <Selectie {...veld(stand, 'dossier')} label="Bij welk dossier hoort de brief?" leeg="Kies een dossier" opties={b.incidenten.map((d) => ({ waarde: d.dossierId, label: `${d.nummer} (${datumTekst(dagVan(d.voorvalOp))})` }))} />
            <TekstVeld {...veld(stand, 'contact_wie')} label="Bij wie kan de persoon terecht?" uitleg="Een functie, geen naam" max={200} />
            <TekstVeld {...veld(stand, 'contact_telefoon')} label="Telefoon voor vragen" soort="tel" max={60} />
            <TekstVeld {...veld(stand, 'contact_email')} label="E-mail voor vragen" soort="email" max={200} />
            {kennisgeving && (
              <>
                <TekstGebied {...veld(stand, 'welke')} label="Welke gegevens?" uitleg="Eén per regel" regels={3} max={3_000} />
                <TekstVeld {...veld(stand, 'herkomst')} label="Waar komen ze vandaan?" max={300} />
                <TekstGebied {...veld(stand, 'doel')} label="Waarvoor gebruiken we ze?" regels={2} max={4_000} />
                <TekstGebied {...veld(stand, 'grondslag')} label="Op welke grond?" regels={2} max={4_000} />
                <TekstVeld {...veld(stand, 'bewaartermijn')} label="Hoe lang bewaren we ze?" max={300} />
              </>
            )}
          </Groep>
          <Knoppen><Knop>Leg het besluit vast</Knop><Terug id={b.verzoek.id} /></Knoppen>
        </Formulier>
      ));
    },
    klaar: (r) => ({ naar: `/privacyverzoeken/${r.id}`, bericht: r.tweede ? 'Vastgelegd. Het geldt pas als een tweede persoon het bevestigt.' : 'Het besluit geldt.' }),
  });

  site.formulier('/privacyverzoeken/:id/bevestigen', {
    handeling: bevestig,
    laad: async (v) => {
      const b = await haal(v);
      if (!b.magBevestigen) throw fout('niet-gevonden');
      return b;
    },
    begin: (b) => ({ versie: String(b.verzoek.versie) }),
    toon: (b, stand) => kader(b, 'Bevestig dit besluit', b.verzoek.uitkomst === null ? undefined : `${b.namen.get(b.verzoek.besloten_door ?? '') ?? 'Een collega'} besloot: ${uitkomsten[b.verzoek.uitkomst].toLowerCase()}.`, (
      <Stapel>
        <Citaat>{b.verzoek.reden}</Citaat>
        {b.verzoek.behouden !== '' && <Alinea>Dit bewaren we of doen we niet: {b.verzoek.behouden}</Alinea>}
        {b.verzoek.soort === 'verwijdering' && b.verzoek.uitkomst === 'toegewezen' && <Melding soort="gevaar" titel="Wissen kan niet terug"><p>Ben je akkoord, dan zijn naam, adres en alle andere gegevens van deze persoon meteen weg.</p></Melding>}
        <Formulier actie={`/privacyverzoeken/${b.verzoek.id}/bevestigen`} {...stand}>
          <VerborgenVeld naam="versie" waarde={waarde(stand.waarden, 'versie')} />
          <Keuzes {...veld(stand, 'akkoord')} label="Ben je akkoord?" verplicht opties={[{ waarde: 'ja', label: 'Ja, dit besluit klopt' }, { waarde: 'nee', label: 'Nee, het moet opnieuw' }]} />
          <TekstGebied {...veld(stand, 'reden')} label="Toelichting" uitleg="Altijd nodig als je niet akkoord bent" regels={3} max={2_000} />
          <Knoppen><Knop>Leg vast</Knop><Terug id={b.verzoek.id} /></Knoppen>
        </Formulier>
      </Stapel>
    )),
    klaar: (r) => ({ naar: `/privacyverzoeken/${r.id}`, bericht: r.akkoord ? 'Bevestigd. Het besluit geldt.' : 'Teruggestuurd.' }),
  });

  // A POST: making the overview is written down, and no prefetch or link may do it.
  for (const vorm of VORMEN) {
    site.ruw('POST', `/privacyverzoeken/:id/overzicht-${vorm}`, async (v) => {
      await eigenPost(v);
      const { overzicht, stuk, datum, logo } = await v.voer(inzage, { id: v.id('id') });
      const inhoud = vorm === 'json' ? JSON.stringify(overzicht, null, 2) : vorm === 'html' ? overzichtHtml(stuk) : await pdf.maak(stuk, datum, { logo }).catch(onafdrukbaar);
      return new Response(typeof inhoud === 'string' ? inhoud : new Uint8Array(inhoud), { headers: { 'content-type': SOORT[vorm], 'content-disposition': `attachment; filename="overzicht-inzage.${vorm}"`, 'cache-control': 'no-store' } });
    });
  }
}

const VORMEN = ['pdf', 'html', 'json'] as const;
const SOORT = { pdf: 'application/pdf', html: 'text/html; charset=utf-8', json: 'application/json; charset=utf-8' } as const;
const KNOPPEN = { pdf: 'Download als PDF', html: 'Download om te lezen en te printen', json: 'Download als gegevens (JSON)' } as const;

/** A name in a script that the fonts of the PDF do not have, such as Chinese: the page to print has it. */
function onafdrukbaar(e: unknown): never {
  if (!(e instanceof Fout) || e.code !== 'invoer.ongeldig') throw e;
  throw fout('conflict.toestand', { redenen: ['In dit overzicht staan tekens die niet in een PDF passen, zoals een naam in Chinees schrift. Download het overzicht om te lezen en te printen.'] });
}

function Verzoekpagina({ b, v }: { b: Verzoekbeeld; v: Verzoek }) {
  const { verzoek } = b;
  const pad = `/privacyverzoeken/${verzoek.id}`;
  const kennisgeving = verzoek.soort === 'kennisgeving';
  const wie = (id: string | null): string => (id === null ? 'Rugdekking' : (b.namen.get(id) ?? 'Een collega'));
  const stand = v.stand();
  return (
    <Stapel>
      <Kruimels items={[{ tekst: 'Privacyverzoeken', href: '/privacyverzoeken' }]} />
      <PaginaKop titel={verzoeksoorten[verzoek.soort]} inleiding={kennisgeving ? 'We leggen gegevens vast over iemand die dat misschien nog niet weet. Binnen een maand moet die persoon dat horen.' : undefined}
        merken={<Merk soort={verzoek.status === 'afgerond' ? 'klaar' : 'info'}>{standwoord(verzoek)}</Merk>} />
      <TweeKolommen zijLabel="Wat je kunt doen"
        hoofd={<Stapel>
          <Kaart titel="Het verzoek" icoon="brief">
            <DefinitieLijst items={[
              { term: kennisgeving ? 'Over' : 'Van', waarde: b.magPersoon ? <Link href={`/personen/${b.groep.id}`}>{b.groep.weergave}</Link> : b.groep.weergave },
              { term: 'Ontvangen', waarde: datumTekst(dagVan(verzoek.ontvangen_op)) },
              ...(kennisgeving ? [] : [{ term: 'Gevraagd', waarde: verzoek.gevraagd }, { term: 'Wie het vroeg', waarde: verzoek.identiteit }]),
              { term: 'Wie behandelt het', waarde: verzoek.aan_id === null ? 'nog niemand' : wie(verzoek.aan_id) },
              ...(b.termijn ? [{ term: 'Klaar', waarde: <TermijnTekst tekst={voorTekst(b.termijn.verval_op, v.nu)} tijd={b.termijn.verval_op.toString()} /> }] : []),
            ]} />
          </Kaart>
          {verzoek.uitkomst !== null && (
            <Kaart titel="Besluit" icoon="weegschaal">
              <Alinea>{uitkomsten[verzoek.uitkomst]}, door {wie(verzoek.besloten_door)}{verzoek.besloten_op && ` op ${datumTekst(dagVan(verzoek.besloten_op))}`}.{verzoek.tweede_door && ` Bevestigd door ${wie(verzoek.tweede_door)}.`}</Alinea>
              {verzoek.reden !== '' && <Citaat>{verzoek.reden}</Citaat>}
              {verzoek.behouden !== '' && <Alinea>Dit bewaren we of doen we niet: {verzoek.behouden}</Alinea>}
            </Kaart>
          )}
          <Kaart titel="Wat er gebeurde" icoon="journaal"><Tijdlijn regels={b.stappen.map((s) => ({ moment: datumTijdTekst(s.op), tijd: s.op.toString(), tekst: `${stapwoorden[s.soort]}, door ${wie(s.door)}.`, meer: s.tekst === '' ? undefined : <Citaat>{s.tekst}</Citaat> }))} /></Kaart>
        </Stapel>}
        zij={<Stapel>
          {b.behandelt && verzoek.status === 'open' && (
            <Kaart titel="Nu nodig" soort="nadruk" icoon="lijst" acties={<>
              <KnopLink href={`${pad}/besluit`}>{kennisgeving ? 'Regel het bericht' : 'Neem een besluit'}</KnopLink>
              {(kennisgeving || verzoek.verlengd_op === null) && <KnopLink soort="secundair" href={`${pad}/verlengen`}>{kennisgeving ? 'Stel uit' : 'Verleng de termijn'}</KnopLink>}
            </>}>
              <Alinea>{kennisgeving ? 'Vertel de persoon welke gegevens je vastlegt en waarom, of leg vast waarom dat nog niet kan.' : 'Kijk wat er wordt gevraagd en leg je besluit vast.'}</Alinea>
            </Kaart>
          )}
          {b.magBevestigen && <Kaart titel="Wacht op jou" soort="nadruk" icoon="personen" acties={<KnopLink href={`${pad}/bevestigen`}>Kijk het besluit na</KnopLink>}><Alinea>Dit besluit geldt pas als een tweede persoon het bevestigt.</Alinea></Kaart>}
          {b.behandelt && verzoek.soort === 'rectificatie' && b.groep.hoofd.gewist_op === null && <Kaart titel="Gegevens verbeteren" icoon="potlood" acties={<KnopLink soort="secundair" href={`/personen/${b.groep.id}`}>Ga naar de persoon</KnopLink>}><Alinea>Verbeter de gegevens bij de persoon. Wat er stond, blijft in de geschiedenis.</Alinea></Kaart>}
          {b.behandelt && verzoek.soort === 'inzage' && b.groep.hoofd.gewist_op === null && (
            <Kaart titel="Overzicht voor de persoon" icoon="download">
              <Alinea>Hierin staat alles over deze persoon. Namen en nummers van anderen zijn afgedekt. Lees het na voordat je het geeft: in een verhaal kan iemand te herkennen zijn zonder naam.</Alinea>
              {VORMEN.map((vorm) => (
                <form class="rd-actie" method="post" action={`${pad}/overzicht-${vorm}`}>
                  <VerborgenVeld naam={VELD_CSRF} waarde={stand.csrf} />
                  <Knoppen><Knop soort="secundair">{KNOPPEN[vorm]}</Knop></Knoppen>
                </form>
              ))}
            </Kaart>
          )}
        </Stapel>} />
    </Stapel>
  );
}
