// Four whole pages with invented people, to judge the design by: they are shown in the gallery, not used.
import type { VNode } from 'preact';
import * as O from './index.ts';

const MENU: O.MenuItem[] = [
  { tekst: 'Vandaag', href: '#', sneltoets: 'v' },
  { tekst: 'Dossiers', href: '#', sneltoets: 'd' },
  { tekst: 'Meldingen', href: '#', aantal: 2 },
  { tekst: 'Maatregelen', href: '#' },
  { tekst: 'Rapportage', href: '#' },
];

function schil(middelen: O.Middelen, huidig: string) {
  return {
    middelen,
    menu: MENU.map((item) => ({ ...item, huidig: item.tekst === huidig })),
    organisatie: 'Gemeente Lindewaard',
    gebruiker: { naam: 'Karin de Boer', rol: 'Adviseur', csrf: 'x', links: [{ tekst: 'Mijn sessies en beveiliging', href: '#' }] },
  };
}

function Melden({ middelen, fouten = [] }: { middelen: O.Middelen; fouten?: O.Fouten }) {
  const stand = { waarden: { soort: ['dreigen'], wanneer: 'vandaag' }, fouten };
  return (
    <O.Pagina titel="Melden wat er gebeurde" middelen={middelen} smal>
      <O.Nood112 />
      <O.Voortgang stap={1} van={5} titel="wat er gebeurde" />
      <O.PaginaKop titel="Wat vervelend dat dit gebeurde" inleiding="Vertel kort wat er was. De rest kan later." />
      <O.Formulier actie="#" csrf="x" sleutel="y" conceptUrl="/concept" fouten={fouten}>
        <O.Vinkjes
          {...O.veldMeer(stand, 'soort')}
          label="Wat gebeurde er?"
          verplicht
          uitleg="Kies alles wat past."
          opties={[
            { waarde: 'schelden', label: 'Schelden of schreeuwen', uitleg: 'Iemand scholdt je uit aan de balie' },
            { waarde: 'dreigen', label: 'Dreigen', uitleg: '“Ik weet waar je woont”' },
            { waarde: 'lichamelijk', label: 'Vastpakken, duwen of slaan', uitleg: 'Iemand greep je bij je arm' },
            { waarde: 'online', label: 'Online of via berichten', uitleg: 'Een bericht met jouw naam en foto' },
            { waarde: 'anders', label: 'Iets anders, of bijna', uitleg: 'Het ging net goed, maar het voelde niet veilig' },
          ]}
        />
        <O.TekstGebied {...O.veld(stand, 'verhaal')} label="In je eigen woorden" uitleg="Je mag dit ook inspreken met de microfoon van je telefoon." max={4000} />
        <O.Keuzes
          {...O.veld(stand, 'wanneer')}
          label="Wanneer was het?"
          verplicht
          variant="chips"
          opties={[
            { waarde: 'zonet', label: 'Zonet' },
            { waarde: 'vandaag', label: 'Vandaag' },
            { waarde: 'gisteren', label: 'Gisteren' },
            { waarde: 'anders', label: 'Andere dag', extra: <O.DatumVeld {...O.veld(stand, 'datum')} label="Welke dag?" /> },
          ]}
        />
        <O.Selectie {...O.veld(stand, 'waar')} label="Waar was het?" verplicht leeg="Kies een plek" opties={[{ waarde: 'balie', label: 'Balie stadhuis' }, { waarde: 'straat', label: 'Op straat' }]} />
        <O.Knoppen>
          <O.Knop>Verder</O.Knop>
        </O.Knoppen>
      </O.Formulier>
    </O.Pagina>
  );
}

function Vandaag({ middelen }: { middelen: O.Middelen }) {
  return (
    <O.Pagina titel="Vandaag" {...schil(middelen, 'Vandaag')}>
      <O.PaginaKop titel="Vandaag" merken="maandag 23 november 2026" acties={<O.Zoekveld actie="#" csrf="" label="Zoek in dossiers" />} />
      <O.VandaagLijst
        groepen={[
          {
            titel: 'Nu',
            regels: [
              { nu: true, wat: 'Bel Samira Haddad (nazorg)', href: '#', termijn: { tekst: 'vóór vandaag 17.00 uur', urgentie: 'nu' }, waarover: 'Dreiging balie · 2026-0412', wie: 'Karin de Boer belt' },
              { nu: true, wat: 'Reageer richting veroorzaker', href: '#', termijn: { tekst: 'te laat sinds gisteren 14.00 uur', urgentie: 'te-laat' }, waarover: '2026-0409', wie: 'wacht op wederhoor' },
              { nu: true, wat: 'Besluit over verlengen pandverbod', href: '#', termijn: { tekst: 'vandaag', urgentie: 'nu' }, waarover: '2026-0371 · Wijkteam Noord', wie: 'Peter Willems' },
            ],
          },
          {
            titel: 'Deze week',
            aantal: 8,
            regels: [
              { wat: 'Vraag Mehmet Yıldız hoe het gaat', href: '#', termijn: { tekst: 'morgen', urgentie: 'binnenkort' }, waarover: 'Duwen tijdens huisbezoek · 2026-0398', wie: 'Karin de Boer' },
              { wat: 'Doe aangifte namens de gemeente', href: '#', termijn: { tekst: 'woensdag' }, waarover: 'Vernieling balie · 2026-0405', wie: 'Juridische Zaken' },
              { wat: 'Sluit dossier af met Eva Jansen', href: '#', termijn: { tekst: 'vrijdag 27 november' }, waarover: '2026-0344' },
            ],
          },
          { titel: 'Wacht op een ander', aantal: 12, ingeklapt: true, regels: [{ wat: 'Reactie van de politie', href: '#', waarover: '2026-0388' }] },
        ]}
      />
      <O.Alinea zacht>
        Sinds gisteren: 4 nieuwe meldingen, <O.Link href="#">2 nog niet gelezen</O.Link>.
      </O.Alinea>
    </O.Pagina>
  );
}

function Dossier({ middelen }: { middelen: O.Middelen }) {
  return (
    <O.Pagina titel="Dossier 2026-0412" {...schil(middelen, 'Dossiers')} kruimels={[{ tekst: 'Dossiers', href: '#' }]} flits={{ tekst: 'Het gesprek staat in het dossier.' }}>
      <O.PaginaKop
        titel="Dreiging aan de balie Stadhuis"
        merken={
          <>
            <span>2026-0412</span>
            <O.Merk soort="ernstig">ernstig</O.Merk>
            <O.Merk soort="info">in behandeling</O.Merk>
          </>
        }
        inleiding="Een bezoeker dreigde maandag 23 november om 13.05 uur Samira Haddad op te wachten."
      />
      <O.TweeKolommen
        zijLabel="Wie"
        hoofd={
          <>
            <O.Kaart
              titel="Nu nodig"
              soort="nadruk"
              acties={
                <>
                  <O.Knop icoon="gesprek">Leg het gesprek vast</O.Knop>
                  <O.KnopLink href="#" soort="secundair">
                    Vraag de politie mee te kijken
                  </O.KnopLink>
                </>
              }
            >
              <O.Stapel ruimte="s">
                <p class="ams-paragraph">
                  Karin belt Samira <O.TermijnTekst tekst="vóór 17.00 uur" urgentie="nu" />
                </p>
                <p class="ams-paragraph">
                  Reactie aan de veroorzaker: <O.TermijnTekst tekst="nog 47 uur" />
                </p>
              </O.Stapel>
            </O.Kaart>
            <O.Tabs
              label="Onderdelen van dit dossier"
              tabs={[
                { tekst: 'Wat er gebeurde', href: '#', huidig: true },
                { tekst: 'Nazorg', href: '#' },
                { tekst: 'Maatregelen', href: '#', aantal: 1 },
                { tekst: 'Strafrecht', href: '#' },
                { tekst: 'Schade', href: '#' },
                { tekst: 'Bestanden', href: '#', aantal: 3 },
                { tekst: 'Journaal', href: '#' },
              ]}
            />
            <O.Kaart titel="Wat er gebeurde">
              <O.Citaat bron="Samira Haddad, in haar melding">Hij kreeg zijn paspoort niet mee. Toen boog hij over de balie en zei: “Ik wacht je straks wel op.”</O.Citaat>
              <O.Tijdlijn
                regels={[
                  { icoon: 'gesprek', moment: 'ma 23 november, 14.05 uur', tekst: 'Karin de Boer belde Samira Haddad.', meer: <O.Alinea klein>Ze gaat vandaag met een collega naar huis. Morgen bellen we weer.</O.Alinea> },
                  { icoon: 'persoon', moment: 'ma 23 november, 13.32 uur', tekst: 'Teamleider Joost van Dam las de melding.' },
                  { icoon: 'verstuur', moment: 'ma 23 november, 13.20 uur', tekst: 'Samira Haddad meldde dit vanaf haar telefoon.' },
                ]}
              />
            </O.Kaart>
          </>
        }
        zij={
          <O.Kaart titel="Wie" soort="gewoon">
            <O.DefinitieLijst
              items={[
                { term: 'Slachtoffer', waarde: 'Samira Haddad' },
                { term: 'Getuigen', waarde: '2, van wie 1 een verklaring gaf' },
                { term: 'Veroorzaker', waarde: '' },
                { term: 'Aanspreekpunt', waarde: 'Karin de Boer' },
              ]}
            />
          </O.Kaart>
        }
      />
    </O.Pagina>
  );
}

function MijnMeldingen({ middelen }: { middelen: O.Middelen }) {
  return (
    <O.Pagina titel="Mijn meldingen" {...schil(middelen, '')} menu={[{ tekst: 'Melden', href: '#' }, { tekst: 'Mijn meldingen', href: '#', huidig: true }]} leesbreedte>
      <O.PaginaKop titel="Mijn meldingen" />
      <O.Kaart
        titel="Dreiging aan de balie · 23 november"
        acties={
          <>
            <O.KnopLink href="#" soort="secundair" icoon="plus">
              Iets toevoegen
            </O.KnopLink>
            <O.KnopLink href="#" soort="rustig">
              Ik wil iemand spreken
            </O.KnopLink>
          </>
        }
      >
        <O.Stappen
          stappen={[
            { staat: 'klaar', tekst: 'Gemeld om 13.20 uur' },
            { staat: 'klaar', tekst: 'Karin belde je om 14.05 uur' },
            { staat: 'nu', tekst: 'De adviseur vraagt de bezoeker om zijn kant', toelichting: 'Dat duurt tot woensdag.' },
            { staat: 'later', tekst: 'Besluit over een maatregel' },
            { staat: 'later', tekst: 'We laten je weten wat er is gebeurd' },
          ]}
        />
      </O.Kaart>
    </O.Pagina>
  );
}

/** The sample pages by name. */
export const VOORBEELDEN: Readonly<Record<string, (middelen: O.Middelen) => VNode>> = {
  melden: (middelen) => <Melden middelen={middelen} />,
  'melden-fout': (middelen) => <Melden middelen={middelen} fouten={[{ veld: 'soort', tekst: 'Kies wat er gebeurde. Weet je het niet? Kies dan “Iets anders, of bijna”.' }, { veld: 'waar', tekst: 'Kies waar het was.' }]} />,
  vandaag: (middelen) => <Vandaag middelen={middelen} />,
  dossier: (middelen) => <Dossier middelen={middelen} />,
  'mijn-meldingen': (middelen) => <MijnMeldingen middelen={middelen} />,
};
