// Every component in every state, on one page; served at /galerij in development and walked through by the tests.
import type { ComponentChildren } from 'preact';
import * as O from './index.ts';
import { ICONEN, type IcoonNaam } from './iconen.ts';

function Deel({ titel, children }: { titel: string; children: ComponentChildren }) {
  return (
    <section class="rd-stapel">
      <O.Kop niveau={2}>{titel}</O.Kop>
      {children}
    </section>
  );
}

function Velden({ achtervoegsel, fout }: { achtervoegsel: string; fout?: boolean }) {
  const f = (tekst: string) => (fout ? tekst : undefined);
  const n = (naam: string) => `${naam}-${achtervoegsel}`;
  return (
    <>
      <O.TekstVeld naam={n('naam')} label="Naam van de collega" verplicht waarde={fout ? '' : 'Samira Haddad'} automatisch="name" fout={f('Vul de naam van de collega in.')} />
      <O.TekstVeld naam={n('postcode')} label="Postcode" uitleg="Bijvoorbeeld 1234 AB" tekens={7} waarde={fout ? '12' : '1234 AB'} fout={f('Deze postcode is te kort. Een postcode heeft vier cijfers en twee letters.')} />
      <O.TekstGebied naam={n('verhaal')} label="In je eigen woorden" uitleg="Je mag dit ook inspreken." max={500} waarde={fout ? '' : 'Hij boog over de balie.'} fout={f('Schrijf in een paar woorden wat er was.')} />
      <O.Selectie naam={n('plek')} label="Waar was het?" verplicht leeg="Kies een plek" waarde={fout ? '' : 'balie'} opties={[{ waarde: 'balie', label: 'Balie stadhuis' }, { waarde: 'straat', label: 'Op straat' }]} fout={f('Kies waar het was.')} />
      <O.DatumVeld naam={n('dag')} label="Welke dag?" verplicht waarde={fout ? '31-02-2026' : '23-11-2026'} fout={f('31 februari bestaat niet. Welke dag bedoel je?')} />
      <O.TijdVeld naam={n('tijd')} label="Hoe laat?" waarde={fout ? '25' : '13.05'} fout={f('Schrijf de tijd als 14.10.')} />
      <O.BestandVeld naam={n('foto')} label="Foto of schermafdruk" meerdere accepteer="image/*" uitleg="Je kunt er meer kiezen." fout={f('Dit bestand is te groot. Kies een bestand onder 25 MB.')} />
      <O.Vinkjes
        naam={n('soort')}
        label="Wat gebeurde er?"
        verplicht
        uitleg="Kies alles wat past."
        waarden={fout ? [] : ['dreigen']}
        opties={[
          { waarde: 'schelden', label: 'Schelden of schreeuwen', uitleg: 'Iemand scholdt je uit aan de balie' },
          { waarde: 'dreigen', label: 'Dreigen', uitleg: '“Ik weet waar je woont”' },
        ]}
        fout={f('Kies wat er gebeurde.')}
      />
      <O.Keuzes
        naam={n('wie')}
        label="Wie deed het?"
        waarde={fout ? undefined : 'naam'}
        opties={[
          { waarde: 'onbekend', label: 'Dat weet ik niet' },
          { waarde: 'naam', label: 'Ik ken een naam', extra: <O.TekstVeld naam={n('welke')} label="Welke naam?" /> },
        ]}
        fout={f('Kies een van de twee.')}
      />
      <O.Keuzes naam={n('wanneer')} label="Wanneer?" verplicht variant="chips" waarde={fout ? undefined : 'zonet'} opties={[{ waarde: 'zonet', label: 'Zonet' }, { waarde: 'vandaag', label: 'Vandaag' }, { waarde: 'gisteren', label: 'Gisteren' }]} fout={f('Kies wanneer het was.')} />
      <O.Vinkje naam={n('akkoord')} label="Ik heb dit met de collega besproken" uitleg="Zonder gesprek kan het ook; zeg dan waarom." aan={!fout} fout={f('Zet een vinkje als je het besprak.')} verplicht={fout} />
    </>
  );
}

const FOUTEN: O.Fouten = [
  { veld: 'naam-fout', tekst: 'Vul de naam van de collega in.' },
  { veld: 'dag-fout', tekst: '31 februari bestaat niet. Welke dag bedoel je?' },
  { veld: 'soort-fout', tekst: 'Kies wat er gebeurde.' },
  { veld: '', tekst: 'Iemand anders veranderde dit dossier terwijl jij bezig was.' },
];

function Rustig() {
  return (
    <>
      <Deel titel="Tekst">
        <O.Kop niveau={3}>Kop 3</O.Kop>
        <O.Kop niveau={4}>Kop 4</O.Kop>
        <O.Alinea groot>Een inleiding, groter dan de rest.</O.Alinea>
        <O.Alinea>
          Gewone tekst met <O.Link href="#">een link</O.Link> en <strong>nadruk</strong>. <O.Verborgen>Alleen hoorbaar.</O.Verborgen>
        </O.Alinea>
        <O.Alinea zacht klein>
          Zachte, kleine tekst.
        </O.Alinea>
        <O.Link href="#" icoon="download">
          Download het dossier
        </O.Link>
        <O.Lijst items={['Eén zin.', 'Nog een zin.']} />
        <O.Lijst genummerd items={['Eerst dit.', 'Dan dat.']} />
        <O.Citaat bron="Samira Haddad">Hij zei dat hij me zou opwachten.</O.Citaat>
      </Deel>
      <Deel titel="Knoppen en merken">
        <O.Knoppen>
          <O.Knop type="button">Verder</O.Knop>
          <O.Knop type="button" soort="secundair" icoon="plus">
            Iets toevoegen
          </O.Knop>
          <O.Knop type="button" soort="rustig">
            Later
          </O.Knop>
          <O.Knop type="button" soort="gevaar" icoon="prullenbak">
            Verwijder dit dossier
          </O.Knop>
          <O.KnopLink href="#" soort="secundair">
            Bekijk het dossier
          </O.KnopLink>
        </O.Knoppen>
        <p class="ams-paragraph">
          <O.Merk>neutraal</O.Merk> <O.Merk soort="info">in behandeling</O.Merk> <O.Merk soort="let-op">wacht op wederhoor</O.Merk> <O.Merk soort="ernstig">ernstig</O.Merk> <O.Merk soort="klaar">afgesloten</O.Merk>{' '}
          <O.Avatar naam="Karin de Boer" />
        </p>
      </Deel>
      <Deel titel="Meldingen op de pagina">
        <O.Nood112 />
        <O.Melding titel="Karin belt je vandaag" niveau={3}>
          <p>Uiterlijk om 17.00 uur.</p>
        </O.Melding>
        <O.Melding soort="succes">
          <p>Dank je. We hebben het.</p>
        </O.Melding>
        <O.Melding soort="let-op" titel="Iemand anders veranderde dit ook" niveau={3}>
          <p>Kijk of wat je schreef nog klopt.</p>
        </O.Melding>
        <O.Melding soort="gevaar" titel="Deze collega is nu in gevaar" niveau={3}>
          <p>
            Bel 112 en daarna de <O.Link href="#">beveiliging van het stadhuis</O.Link>.
          </p>
        </O.Melding>
      </Deel>
      <Deel titel="Kaarten">
        <O.Raster>
          <O.Kaart titel="Gewoon" niveau={3} icoon="persoon" rechts={<O.Link href="#">Wijzig</O.Link>}>
            <O.DefinitieLijst items={[{ term: 'Slachtoffer', waarde: 'S. Haddad' }, { term: 'Veroorzaker', waarde: '' }]} />
          </O.Kaart>
          <O.Kaart titel="Nadruk" niveau={3} soort="nadruk" acties={<O.Knop type="button">Leg het gesprek vast</O.Knop>}>
            <O.Alinea>De ene kaart met de volgende stap.</O.Alinea>
          </O.Kaart>
          <O.Kaart titel="Stil" niveau={3} soort="stil">
            <O.Alinea>Alleen om op te zoeken.</O.Alinea>
          </O.Kaart>
        </O.Raster>
        <O.LegeStaat titel="Je hebt alles gedaan" niveau={3} acties={<O.KnopLink href="#">Bekijk alle dossiers</O.KnopLink>}>
          <p>Nieuwe meldingen komen hier vanzelf.</p>
        </O.LegeStaat>
      </Deel>
      <Deel titel="Uitklappen en tabs">
        <O.Tabs label="Voorbeeld van tabs" tabs={[{ tekst: 'Wat er gebeurde', href: '#' }, { tekst: 'Nazorg', href: '#' }, { tekst: 'Maatregelen', href: '#' }, { tekst: 'Bestanden', href: '#', aantal: 3, huidig: true }]} />
        <O.Uitklap titel="Dicht" aantal={12}>
          <O.Alinea>Inhoud</O.Alinea>
        </O.Uitklap>
        <O.Uitklap titel="Open" open>
          <O.Alinea>Wat de meeste mensen nu niet nodig hebben.</O.Alinea>
        </O.Uitklap>
      </Deel>
    </>
  );
}

const RIJEN = [
  { nummer: '2026-0412', wat: 'Dreiging aan de balie', dagen: 1 },
  { nummer: '2026-0409', wat: 'Vernieling in de hal', dagen: 12 },
];

function Lijsten() {
  return (
    <>
      <Deel titel="Lijsten">
        <O.Filters actie="#" open actief={[{ tekst: 'Stadhuis', href: '#' }, { tekst: 'ernstig', href: '#' }]} wisHref="#">
          <O.Selectie naam="filter-plek" label="Plek" leeg="Alle plekken" opties={[{ waarde: 'balie', label: 'Balie' }]} />
          <O.TekstVeld naam="filter-woord" label="Woord" />
        </O.Filters>
        <O.Zoekveld actie="#" csrf="" label="Zoek in dossiers" waarde="balie" verborgen={{ plek: 'stadhuis' }} />
        <O.Kaart>
          <O.Tabel
            bijschrift="Dossiers"
            rijen={RIJEN}
            kolommen={[
              { kop: 'Nummer', rijkop: true, cel: (r) => <O.Link href="#">{r.nummer}</O.Link> },
              { kop: 'Wat', cel: (r) => r.wat },
              { kop: 'Dagen open', getal: true, cel: (r) => r.dagen },
              { kop: 'Plek', alleenBreed: true, cel: () => 'Stadhuis' },
            ]}
          />
        </O.Kaart>
        <O.Tabel bijschrift="Lege tabel" rijen={[]} kolommen={[]} leeg={<O.Alinea zacht>Geen dossiers gevonden.</O.Alinea>} />
        <O.Tabel bijschrift="Wie mag wat" smal="schuiven" rijen={RIJEN} kolommen={[{ kop: 'Handeling', rijkop: true, cel: (r) => r.wat }, { kop: 'Adviseur', cel: () => 'ja' }, { kop: 'Leidinggevende', cel: () => 'alleen van het eigen onderdeel' }, { kop: 'Beslisser', cel: () => 'alleen met een advies erbij' }]} />
        <O.Paginering pagina={5} aantalPaginas={12} href={(n) => `?pagina=${n}`} />
        <O.VandaagLijst
          groepen={[
            { titel: 'Nu', regels: [{ nu: true, wat: 'Bel Samira Haddad (nazorg)', href: '#', termijn: { tekst: 'vóór vandaag 17.00 uur', urgentie: 'nu', tijd: '2026-11-23T17:00:00+01:00' }, waarover: 'Dreiging balie · 2026-0412', wie: 'Karin de Boer belt' }] },
            { titel: 'Deze week', regels: [], leeg: 'Niets meer voor deze week.' },
            { titel: 'Wacht op een ander', ingeklapt: true, regels: [{ wat: 'Reactie van de politie', href: '#' }] },
          ]}
        />
        <p class="ams-paragraph">
          <O.TermijnTekst tekst="volgende week" /> · <O.TermijnTekst tekst="morgen 14.10 uur" urgentie="binnenkort" /> · <O.TermijnTekst tekst="nog 5 uur" urgentie="nu" /> · <O.TermijnTekst tekst="te laat sinds gisteren 14.00 uur" urgentie="te-laat" />
        </p>
      </Deel>
      <Deel titel="Verloop">
        <O.Voortgang stap={2} van={5} titel="wie het deed" />
        <O.Stappen stappen={[{ staat: 'klaar', tekst: 'Gemeld om 13.20 uur' }, { staat: 'nu', tekst: 'De adviseur vraagt de bezoeker om zijn kant', toelichting: 'Dat duurt tot woensdag.' }, { staat: 'later', tekst: 'Besluit over een maatregel' }]} />
        <O.Tijdlijn regels={[{ icoon: 'gesprek', moment: 'ma 23 november, 14.05 uur', tijd: '2026-11-23T14:05:00+01:00', tekst: 'Karin belde Samira.', meer: <O.Alinea klein>Morgen weer.</O.Alinea> }, { moment: 'ma 23 november, 13.20 uur', tekst: 'Samira meldde dit.' }]} />
      </Deel>
      <Deel titel="Iconen">
        <ul class="rd-filters__actief">
          {(Object.keys(ICONEN) as IcoonNaam[]).map((naam) => (
            <li>
              <O.Merk>
                <O.Icoon naam={naam} /> {naam}
              </O.Merk>
            </li>
          ))}
        </ul>
      </Deel>
    </>
  );
}

/** The gallery as a page. */
export function Galerij({ middelen }: { middelen: O.Middelen }) {
  return (
    <O.Pagina
      titel="Galerij"
      middelen={middelen}
      organisatie="Gemeente Lindewaard"
      menu={[{ tekst: 'Vandaag', href: '#', huidig: true, sneltoets: 'v' }, { tekst: 'Dossiers', href: '#', aantal: 4, sneltoets: 'd' }]}
      gebruiker={{ naam: 'Karin de Boer', rol: 'Adviseur', csrf: 'x', links: [{ tekst: 'Mijn gegevens', href: '#' }] }}
      kruimels={[{ tekst: 'Begin', href: '#' }, { tekst: 'Ontwerp', href: '#' }]}
      banner={<p>Dit is een demo met verzonnen mensen.</p>}
      flits={{ tekst: 'Het gesprek staat in het dossier.' }}
    >
      <O.PaginaKop titel="Galerij" merken={<O.Merk soort="info">alle onderdelen</O.Merk>} inleiding="Elk onderdeel in elke stand, om naar te kijken en om mee te toetsen." />
      <Rustig />
      <Lijsten />
      <Deel titel="Formulier">
        <O.Formulier actie="#" csrf="x" sleutel="y" label="Ingevuld formulier" conceptUrl="/galerij/concept">
          <Velden achtervoegsel="goed" />
          <O.Groep titel="Contact" naam="contact" uitleg="Hoe kunnen we je bereiken?">
            <O.TekstVeld naam="mobiel" label="Mobiel nummer" soort="tel" automatisch="tel" />
            <O.TekstVeld naam="wachtwoord" label="Wachtwoord" soort="password" automatisch="current-password" verplicht />
          </O.Groep>
          <O.Knoppen>
            <O.Knop>Verstuur</O.Knop>
            <O.Knop soort="rustig" naam="later" waarde="ja">
              Bewaar voor later
            </O.Knop>
          </O.Knoppen>
        </O.Formulier>
      </Deel>
      <Deel titel="Formulier met fouten">
        <O.Formulier actie="#" csrf="x" sleutel="z" label="Formulier met fouten" fouten={FOUTEN} bestanden verplichtUitleg={false}>
          <Velden achtervoegsel="fout" fout />
          <O.Knop>Verstuur</O.Knop>
        </O.Formulier>
        <O.ActieFormulier actie="#" csrf="x" sleutel="w">
          <O.Knop soort="secundair">Meld dat je belde</O.Knop>
        </O.ActieFormulier>
      </Deel>
    </O.Pagina>
  );
}

/** The gallery as a page, for whoever builds. */
export function galerijpagina(middelen: O.Middelen): string {
  return O.rendeer(<Galerij middelen={middelen} />);
}
