import { dagVan, datumTekst, datumTijdTekst } from '../../kern/tijd/index.ts';
import { fout } from '../../kern/fouten/index.ts';
import { ActieFormulier, Alinea, DatumVeld, Formulier, Kaart, Knop, KnopLink, Knoppen, Lijst, Link, Melding, Stapel, Tabel, Tabs, TekstGebied, veld, VerborgenVeld } from '../../ontwerp/index.ts';
import { type Site, type Verzoek } from '../../platform/http/index.ts';
import { gooiConceptWeg, haalVersieTerug, legVersieVoor, maakConcept, stelVersieVast } from '../handelingen/vaststellen.ts';
import { bevindingen } from '../regels/nakijken.ts';
import { persoonssoorten, persoonssoortcodes, type Persoonssoort } from '../regels/soorten.ts';
import { standaardkader } from '../regels/standaard.ts';
import { geldendKader, versielijst, versieLezen, type Versiebeeld } from '../vragen/versies.ts';
import { Bewaar, formulierpagina, geldigheid, MENU, pagina, Statusmerk, statusnamen, teWijzigen, VERSIES, versienaam, versiepad, VersieVelden } from './gedeeld.tsx';
import { Kadertabellen, type Wijzigpaden } from './tabellen.tsx';

const wijzigpaden = (id: string): Wijzigpaden => ({
  regel: (code) => `${versiepad(id)}/regel?regel=${code}`, gedraging: (code) => `${versiepad(id)}/gedraging?gedraging=${code}`, vorm: (code) => `${versiepad(id)}/vorm?vorm=${code}`, algemeen: `${versiepad(id)}/algemeen`,
});

/** Registers the kader as it holds, its versions, and the way of a draft to being in force. */
export function versiePaginas(site: Site): void {
  site.pagina(MENU, async (v) => {
    const soort: Persoonssoort = v.query('soort') === 'politiek' ? 'politiek' : 'medewerker';
    const { kader, versie, vormen } = await v.vraag(geldendKader, { soort });
    return pagina({
      titel: 'Handelingskader', inleiding: 'Wat we accepteren, wat je op dat moment doet, en wat daarna volgt. Het kader adviseert; een mens beslist.',
      acties: <>
        <KnopLink soort="secundair" href="/norm">Norm</KnopLink>
        <KnopLink soort="secundair" href="/huisregels">Huisregels</KnopLink>
        {v.mag('kader.versies') && <KnopLink href={VERSIES.href}>Versies</KnopLink>}
      </>,
    }, (
      <>
        <Tabs label="Voor wie" tabs={persoonssoortcodes.map((s) => ({ tekst: persoonssoorten[s], href: s === 'medewerker' ? MENU : `${MENU}?soort=${s}`, huidig: s === soort }))} />
        <Alinea zacht>Versie {versie.nummer}. {geldigheid(versie)}. Een dossier houdt de versie van de dag van het incident.</Alinea>
        <Kadertabellen kader={kader} vormen={vormen} handreiking={standaardkader(soort)} wijzig={null} />
      </>
    ));
  });

  site.pagina(VERSIES.href, async (v) => {
    const { versies, magMaken } = await v.vraag(versielijst, {});
    return pagina({ titel: 'Versies van het handelingskader', inleiding: 'Wat is vastgesteld, verandert nooit meer. Een wijziging begint als concept en wordt door een tweede persoon vastgesteld.', kruimels: [] }, (
      <Stapel>
        {persoonssoortcodes.map((soort) => {
          const eigen = versies.filter((x) => x.persoonssoort === soort);
          const concept = eigen.find((x) => x.status === 'concept' || x.status === 'voorgelegd');
          return (
            <Kaart titel={persoonssoorten[soort]} acties={!concept && magMaken.includes(soort) ? <Maak soort={soort} v={v} /> : undefined}>
              <Tabel bijschrift={`Versies voor ${persoonssoorten[soort].toLowerCase()}`} bijschriftVerborgen rijen={eigen} kolommen={[
                { kop: 'Versie', rijkop: true, cel: (x) => <Link href={versiepad(x.id)}>Versie {x.nummer}</Link> },
                { kop: 'Stand', cel: (x) => <Statusmerk status={x.status} geldt={x.geldt} /> },
                { kop: 'Geldt', cel: (x) => (x.status === 'gepubliceerd' || x.vanaf ? geldigheid(x) : '–') },
                { kop: 'Wat verandert er', cel: (x) => x.toelichting || '–' },
                { kop: 'Gemaakt door', cel: (x) => x.opsteller ?? 'Rugdekking' },
              ]} />
            </Kaart>
          );
        })}
      </Stapel>
    ));
  });
  site.actie(`${VERSIES.href}/nieuw`, { handeling: maakConcept, klaar: (r) => ({ naar: versiepad(r.id), bericht: 'Het concept is een kopie van de nieuwste versie. Wijzig wat anders moet.' }) });

  site.pagina(`${VERSIES.href}/:id`, async (v) => {
    const beeld = await v.vraag(versieLezen, { id: v.id('id') });
    const { versie, kader, vormen, mag } = beeld;
    return pagina({ titel: versienaam(versie), inleiding: inleiding(beeld), kruimels: [VERSIES], merken: <Statusmerk status={versie.status} geldt={beeld.geldt} />, acties: mag.wijzigen ? <>
      <KnopLink soort="secundair" icoon="plus" href={`${versiepad(versie.id)}/regel`}>Nieuwe regel</KnopLink>
      <KnopLink soort="secundair" icoon="plus" href={`${versiepad(versie.id)}/gedraging`}>Nieuw gedrag</KnopLink>
    </> : undefined }, (
      <>
        {versie.toelichting !== '' && <Melding soort="info" titel="Wat verandert er"><p>{versie.toelichting}</p></Melding>}
        {(versie.status === 'concept' || versie.status === 'voorgelegd') && <Stapvoorstap v={v} beeld={beeld} />}
        <Kadertabellen kader={kader} vormen={vormen} handreiking={standaardkader(versie.persoonssoort)} wijzig={mag.wijzigen ? wijzigpaden(versie.id) : null} />
      </>
    ));
  });

  site.formulier(`${VERSIES.href}/:id/voorleggen`, {
    handeling: legVersieVoor,
    laad: teWijzigen,
    begin: ({ versie }, v) => ({ versie: String(versie.versie), vanaf: datumTekst(dagVan(v.nu).add({ days: 1 })), toelichting: versie.toelichting }),
    toon: (beeld, stand) => formulierpagina(beeld, 'Leg deze versie voor', 'Een tweede persoon stelt haar vast. Daarna geldt zij vanaf de dag die je hier kiest, en verandert zij niet meer.', (
      <Formulier actie={`${versiepad(beeld.versie.id)}/voorleggen`} {...stand} veldnamen={{ vanaf: 'Vanaf', toelichting: 'Wat verandert er' }}>
        <VersieVelden stand={stand} />
        <DatumVeld {...veld(stand, 'vanaf')} label="Vanaf welke dag geldt zij?" verplicht snel={[]} uitleg="Vandaag of later. Incidenten van voor die dag houden de versie die toen gold." />
        <TekstGebied {...veld(stand, 'toelichting')} label="Wat verandert er en waarom?" verplicht regels={4} max={4_000} />
        <Bewaar tekst="Leg voor" terug={versiepad(beeld.versie.id)} />
      </Formulier>
    )),
    klaar: (r) => ({ naar: versiepad(r.id), bericht: 'Voorgelegd. Een tweede persoon moet deze versie vaststellen.' }),
  });

  site.formulier(`${VERSIES.href}/:id/vaststellen`, {
    handeling: stelVersieVast,
    laad: async (v) => {
      const beeld = await v.vraag(versieLezen, { id: v.id('id') });
      if (!beeld.mag.vaststellen) throw fout('niet-gevonden');
      return beeld;
    },
    begin: ({ versie }) => ({ versie: String(versie.versie) }),
    toon: (beeld, stand) => pagina({ titel: 'Stel deze versie vast', kruimels: [VERSIES, { tekst: versienaam(beeld.versie), href: versiepad(beeld.versie.id) }] }, (
      <>
        <Melding soort="let-op" titel="Dit gebeurt er">
          <Lijst items={[`Zij geldt vanaf ${beeld.versie.vanaf ? datumTekst(beeld.versie.vanaf) : ''}, voor elk incident van die dag of later.`, 'Dossiers van eerder houden de versie die toen gold.', 'Daarna kan niemand haar nog wijzigen. Een verandering is een nieuwe versie.', `Gemaakt door ${beeld.bewerkers.join(', ')}; voorgelegd door ${beeld.versie.voorlegger ?? ''}.`]} />
        </Melding>
        <Formulier actie={`${versiepad(beeld.versie.id)}/vaststellen`} {...stand} verplichtUitleg={false}>
          <VersieVelden stand={stand} />
          <Bewaar tekst="Stel vast" terug={versiepad(beeld.versie.id)} />
        </Formulier>
      </>
    )),
    klaar: (r) => ({ naar: versiepad(r.id), bericht: 'Vastgesteld.' }),
  });
  site.actie(`${VERSIES.href}/:id/terug`, { handeling: haalVersieTerug, klaar: (r) => ({ naar: versiepad(r.id), bericht: 'De versie is weer een concept.' }) });
  site.formulier(`${VERSIES.href}/:id/weg`, {
    handeling: gooiConceptWeg,
    laad: teWijzigen,
    begin: ({ versie }) => ({ versie: String(versie.versie) }),
    toon: (beeld, stand) => formulierpagina(beeld, 'Gooi dit concept weg', 'Het concept blijft te lezen, maar wordt nooit meer een versie die geldt. Wat nu geldt, blijft gelden.', (
      <Formulier actie={`${versiepad(beeld.versie.id)}/weg`} {...stand} verplichtUitleg={false}>
        <VersieVelden stand={stand} />
        <Bewaar tekst="Gooi het concept weg" terug={versiepad(beeld.versie.id)} />
      </Formulier>
    )),
    klaar: () => ({ naar: VERSIES.href, bericht: 'Het concept is weggegooid.' }),
  });
}

function Maak({ soort, v }: { soort: Persoonssoort; v: Verzoek }) {
  const stand = v.stand();
  return <ActieFormulier actie={`${VERSIES.href}/nieuw`} csrf={stand.csrf} sleutel={stand.sleutel}><VerborgenVeld naam="soort" waarde={soort} /><Knop soort="secundair" icoon="plus">Maak een nieuwe versie</Knop></ActieFormulier>;
}

function inleiding({ versie, geldt, bewerkers }: Versiebeeld): string {
  if (versie.status === 'gepubliceerd') return `${geldt ? 'Deze versie geldt nu' : geldigheid(versie)}. ${versie.vaststeller ? `Vastgesteld door ${versie.vaststeller} op ${versie.gepubliceerd_op ? datumTijdTekst(versie.gepubliceerd_op) : ''}.` : 'Hiermee begint elke organisatie.'}`;
  if (versie.status === 'vervallen') return 'Dit concept is weggegooid.';
  return `Een ${statusnamen[versie.status]}e versie. Eraan werkte${bewerkers.length === 1 ? '' : 'n'}: ${bewerkers.join(', ')}.`.replace('concepte versie', 'concept');
}

/** From draft to in force: what stands in the way, what would change, and the next step. */
function Stapvoorstap({ v, beeld }: { v: Verzoek; beeld: Versiebeeld }) {
  const { versie, mag } = beeld;
  const pad = versiepad(versie.id);
  const fouten = beeld.bevindingen.filter((b) => b.ernst === 'fout');
  const letOp = beeld.bevindingen.filter((b) => b.ernst === 'let_op');
  const stand = v.stand();
  return (
    <Kaart titel="Voordat deze versie kan gelden" soort="nadruk" icoon="lijst">
      <Stapel ruimte="s">
        {fouten.length > 0 && <Melding soort="gevaar" niveau={3} titel={fouten.length === 1 ? 'Dit moet eerst anders' : `Deze ${fouten.length} dingen moeten eerst anders`}><Lijst items={fouten.map((b) => <span><strong>{bevindingen[b.soort]}:</strong> {b.zin}</span>)} /></Melding>}
        {fouten.length === 0 && <Melding soort="succes" niveau={3} titel="Niets staat in de weg"><p>Elk gedrag heeft een regel, en elke regel een maatregel, een duur en een beslisser.</p></Melding>}
        {letOp.length > 0 && <Melding soort="let-op" niveau={3} titel="Kijk hier nog naar"><Lijst items={letOp.map((b) => <span><strong>{bevindingen[b.soort]}:</strong> {b.zin}</span>)} /></Melding>}
        <Knoppen>
          {mag.doorrekenen && <KnopLink soort="secundair" icoon="grafiek" href={`${pad}/doorrekenen`}>Reken door op het afgelopen jaar</KnopLink>}
          {mag.wijzigen && fouten.length === 0 && <KnopLink href={`${pad}/voorleggen`}>Leg voor</KnopLink>}
          {mag.vaststellen && <KnopLink href={`${pad}/vaststellen`}>Stel vast</KnopLink>}
          {mag.schrijven && <KnopLink soort="rustig" href={`${pad}/weg`}>Gooi dit concept weg</KnopLink>}
        </Knoppen>
        {mag.terughalen && <ActieFormulier actie={`${pad}/terug`} csrf={stand.csrf} sleutel={stand.sleutel}><VerborgenVeld naam="versie" waarde={String(versie.versie)} /><Knop soort="secundair">{mag.vaststellen ? 'Stuur terug als concept' : 'Haal terug om te wijzigen'}</Knop></ActieFormulier>}
        {versie.status === 'voorgelegd' && !mag.vaststellen && <Alinea klein zacht>Voorgelegd door {versie.voorlegger}. Een ander dan wie eraan werkte moet haar vaststellen.</Alinea>}
      </Stapel>
    </Kaart>
  );
}
