import type { ComponentChildren } from 'preact';
import { fout } from '../../kern/fouten/index.ts';
import { dagVan, datumInvoer, datumTekst, datumTijdTekst } from '../../kern/tijd/index.ts';
import { CollegaVeld, collegaOpties } from '../../inrichting/index.ts';
import { dossierTabs, type Dossiertab } from '../../dossier/index.ts';
import { ActieFormulier, Alinea, DatumVeld, DefinitieLijst, Formulier, Groep, Kaart, Keuzes, Knop, KnopLink, Knoppen, Kruimels, LegeStaat, Link, Melding, Merk, PaginaKop, Stapel, Tabel, Tabs, TekstGebied, TekstVeld, Uitklap, veld, veldMeer, veldVinkje, VerborgenVeld, Vinkje, Vinkjes } from '../../ontwerp/index.ts';
import { waarde, type PaginaInhoud, type Site, type Stand, type Verzoek } from '../../platform/http/index.ts';
import { leesInstructie, lichtIn } from '../handelingen/inlichten.ts';
import { maakSignaalhandelingen } from '../handelingen/signaal.ts';
import type { Signaleringmiddelen } from '../poort.ts';
import { burgercodes, burgerkeuzes, doelen, instructiecodes, instructies, redencodes, redenen } from '../regels/woorden.ts';
import { lopendeSignalen, maakSignaalvragen } from '../vragen/signaal.ts';
import { Doen, instructiezin, Lichtmerk } from './onderdelen.tsx';

type Bijdossier = Awaited<ReturnType<ReturnType<typeof maakSignaalvragen>['bijDossier']['haal']>>;
type Eensignaal = Awaited<ReturnType<ReturnType<typeof maakSignaalvragen>['een']['haal']>>;

const BERICHT = { open: 'Moet het nog horen', uitgesteld: 'Hoort het later', verzonden: 'Kreeg bericht', niet_nodig: 'Krijgt geen bericht' } as const;
const LABELS = { instructies: 'Wat moet een collega doen?', toelichting: 'Korte aanvulling', einddatum: 'Tot en met', herzien_op: 'Opnieuw bekijken op' };

/** What a colleague must do, until when, and when it is looked at again: the same in making and in reviewing. */
function Instructievelden({ stand, v, maanden }: { stand: Stand; v: Verzoek; maanden?: number }) {
  return (
    <>
      <Vinkjes {...veldMeer(stand, 'instructies')} label="Wat moet een collega doen?" verplicht uitleg="Het licht volgt hieruit. Rood is: ga er niet heen. Geel is: ga alleen zo." opties={instructiecodes.map((w) => ({ waarde: w, label: instructies[w].tekst, uitleg: instructies[w].kleur === 'rood' ? 'Rood licht' : 'Geel licht' }))} />
      <TekstVeld {...veld(stand, 'toelichting')} label="Korte aanvulling" uitleg="Hoogstens 140 tekens, zonder namen en zonder wat er gebeurde. Iedereen die controleert, leest dit." max={140} />
      <DatumVeld {...veld(stand, 'einddatum')} label="Tot en met" verplicht snel={[]} uitleg={`Bijvoorbeeld ${datumInvoer(dagVan(v.nu).add({ months: 6 }))}${maanden === undefined ? '' : `. Hoogstens ${maanden} maanden`}. Daarna vervalt het signaal vanzelf.`} />
      <DatumVeld {...veld(stand, 'herzien_op')} label="Opnieuw bekijken op" verplicht snel={[]} uitleg="Je krijgt dan een herinnering. Is het nog nodig?" />
    </>
  );
}

/** The pages of the Adviseur about signals, and of the colleague who was told. */
export function signaalPaginas(site: Site, m: Signaleringmiddelen, tabs: readonly Dossiertab[]): void {
  const { bijDossier, een, instructie } = maakSignaalvragen(m);
  const { maakSignaal, herzieSignaal, trekIn } = maakSignaalhandelingen(m);

  site.pagina('/signalen', async (v) => {
    const { regels } = await v.vraag(lopendeSignalen, {});
    return {
      titel: 'Signalen', menu: '/signalen',
      inhoud: (
        <Stapel>
          <PaginaKop titel="Signalen" inleiding="Alle signalen die nu gelden, met wat er eerst weer bekeken moet worden bovenaan." acties={v.mag('controle.toezicht') ? <KnopLink soort="secundair" href="/signalen/gebruik">Gebruik van de controle</KnopLink> : undefined} />
          <Tabel
            bijschrift="Lopende signalen" bijschriftVerborgen rijen={regels}
            leeg={<LegeStaat titel="Er zijn geen lopende signalen" icoon="schild"><p>Een signaal maak je in een dossier, op de tab Signaal.</p></LegeStaat>}
            kolommen={[
              { kop: 'Dossier', rijkop: true, cel: (r) => <Link href={`/signalen/${r.id}`}>{r.betrokkene_id === null ? 'Adres' : 'Persoon'} in {r.nummer}</Link> },
              { kop: 'Licht', cel: (r) => <Lichtmerk uitkomst={r.kleur} /> },
              { kop: 'Wat een collega doet', cel: (r) => instructiezin(r.instructies) },
              { kop: 'Opnieuw bekijken', cel: (r) => datumTekst(r.herzien_op) },
              { kop: 'Tot en met', cel: (r) => datumTekst(r.einddatum) },
            ]}
          />
        </Stapel>
      ),
    };
  });

  site.pagina('/dossiers/:id/signaal', async (v) => {
    const b = await v.vraag(bijDossier, { id: v.id('id') });
    return {
      titel: `Signaal (${b.dossier.nummer})`, menu: '/dossiers',
      inhoud: (
        <Stapel>
          <Kruimels items={[{ tekst: 'Dossiers', href: '/dossiers' }]} />
          <PaginaKop titel={b.dossier.titel} inleiding="Moet een collega iets weten voordat hij deze persoon ontmoet? Een signaal zegt wat hij moet doen, niet waarom." />
          <Tabs label="Onderdelen van dit dossier" tabs={dossierTabs(b.dossier.id, '/signaal', tabs, b.mag)} />
          {b.signalen.length === 0 && <LegeStaat titel="Er is geen signaal" icoon="schild"><p>Alleen bij een geldende maatregel, of een ernstig incident van het laatste jaar.</p></LegeStaat>}
          {b.signalen.map((s) => (
            <Kaart titel={s.over} icoon={s.betrokkene_id === null ? 'plaats' : 'persoon'} soort={s.geldend ? 'gewoon' : 'stil'} rechts={s.geldend ? <Lichtmerk uitkomst={s.kleur} /> : <Merk>geldt niet meer</Merk>} acties={<KnopLink soort="secundair" href={`/signalen/${s.id}`}>Bekijk het signaal</KnopLink>}>
              <Alinea>{instructiezin(s.instructies)}. {s.geldend ? `Tot en met ${datumTekst(s.einddatum)}.` : ''}</Alinea>
            </Kaart>
          ))}
          {b.mag('signaal.maken') && <Knoppen><KnopLink href={`/dossiers/${b.dossier.id}/signaal/nieuw`} icoon="plus">Maak een signaal</KnopLink></Knoppen>}
        </Stapel>
      ),
    };
  });

  site.formulier('/dossiers/:id/signaal/nieuw', {
    handeling: maakSignaal,
    laad: async (v) => {
      const b = await v.vraag(bijDossier, { id: v.id('id') });
      if (!b.mag('signaal.maken')) throw fout('niet-gevonden');
      return b;
    },
    begin: (b, v) => ({ waarop: 'persoon', betrokkene: b.wie.length === 1 ? (b.wie[0]?.id ?? '') : '', grond: b.gronden[0]?.id ?? (b.dossier.ernst === 'ernstig' ? 'incident' : ''), herzien_op: datumInvoer(dagVan(v.nu).add({ months: 3 })) }),
    toon: (b, stand, v) => nieuwPagina(b, stand, v),
    klaar: (r) => ({ naar: `/signalen/${r.signaal}`, bericht: 'Het signaal geldt vanaf nu. Licht hieronder in wie deze persoon gaat ontmoeten.' }),
  });

  const laad = (h: Parameters<Eensignaal['mag']>[0]) => async (v: Verzoek): Promise<Eensignaal> => {
    const s = await v.vraag(een, { id: v.id('id') });
    if (!s.mag(h) || !s.geldend) throw fout('niet-gevonden');
    return s;
  };

  site.pagina('/signalen/:id', async (v) => eenPagina(await v.vraag(een, { id: v.id('id') })));

  site.formulier('/signalen/:id/inlichten', {
    handeling: lichtIn,
    laad: laad('signaal.inlichten'),
    toon: async (s, stand, v) => kader(s, 'Licht collega’s in', 'Kies alleen wie deze persoon gaat ontmoeten. Zij krijgen een e-mail zonder inhoud en lezen de instructie in Rugdekking. Als het signaal afloopt, zien ze haar niet meer.', (
      <Formulier actie={`/signalen/${s.signaal.id}/inlichten`} {...stand}>
        <Vinkjes {...veldMeer(stand, 'onderdelen')} label="Welke onderdelen?" opties={s.onderdelen.map((o) => ({ waarde: o.id, label: o.naam }))} />
        <CollegaVeld label="Of welke collega?" stand={stand} opties={await collegaOpties(v, stand)} />
        <Knoppen><Knop>Licht in</Knop><KnopLink soort="rustig" href={`/signalen/${s.signaal.id}`}>Terug zonder opslaan</KnopLink></Knoppen>
      </Formulier>
    )),
    klaar: (r) => ({ naar: `/signalen/${r.id}`, bericht: r.nieuw === 0 ? 'Deze collega’s wisten het al.' : 'De collega’s krijgen een e-mail.' }),
  });

  site.formulier('/signalen/:id/herzien', {
    handeling: herzieSignaal,
    laad: laad('signaal.herzien'),
    begin: ({ signaal: s }, v) => ({ versie: String(s.versie), instructies: s.instructies, toelichting: s.toelichting, einddatum: datumInvoer(s.einddatum), herzien_op: datumInvoer(latere(dagVan(v.nu).add({ months: 3 }), s.einddatum)) }),
    toon: (s, stand, v) => kader(s, 'Bekijk het signaal opnieuw', 'Is het nog nodig, en nog zo? Korter of lichter mag altijd. Langer alleen zolang de maatregel geldt of het incident nog geen jaar oud is.', (
      <Formulier actie={`/signalen/${s.signaal.id}/herzien`} {...stand} veldnamen={LABELS}>
        <VerborgenVeld naam="versie" waarde={waarde(stand.waarden, 'versie')} />
        <Instructievelden stand={stand} v={v} />
        <Knoppen><Knop>Bewaar</Knop><KnopLink soort="rustig" href={`/signalen/${s.signaal.id}`}>Terug zonder opslaan</KnopLink></Knoppen>
      </Formulier>
    )),
    klaar: (r) => ({ naar: `/signalen/${r.id}`, bericht: 'Opgeslagen. Wie controleert, ziet dit meteen.' }),
  });

  site.formulier('/signalen/:id/intrekken', {
    handeling: trekIn,
    laad: laad('signaal.intrekken'),
    toon: (s, stand) => kader(s, 'Trek het signaal in', 'Vanaf nu is bij een controle niets meer te zien. Ook wie was ingelicht, ziet de instructie niet meer. Je kunt dit niet terugdraaien; een nieuw signaal maken kan wel.', (
      <Formulier actie={`/signalen/${s.signaal.id}/intrekken`} {...stand}>
        <TekstGebied {...veld(stand, 'reden')} label="Waarom is het niet meer nodig?" verplicht regels={3} max={1_000} />
        <Knoppen><Knop soort="gevaar">Trek in</Knop><KnopLink soort="rustig" href={`/signalen/${s.signaal.id}`}>Terug</KnopLink></Knoppen>
      </Formulier>
    )),
    klaar: (r) => ({ naar: `/signalen/${r.id}`, bericht: 'Het signaal geldt niet meer.' }),
  });

  site.pagina('/instructies/:id', async (v) => {
    const i = await v.vraag(instructie, { id: v.id('id') });
    const stand = v.stand();
    return {
      titel: 'Instructie', menu: '/vandaag', vorm: 'lezen',
      inhoud: (
        <Stapel>
          <Kruimels items={[{ tekst: 'Vandaag', href: '/vandaag' }]} />
          <PaginaKop titel={i.over} merken={<Lichtmerk uitkomst={i.kleur} />} inleiding={i.isAdres ? 'Je komt misschien op dit adres. Doe dan dit.' : 'Je gaat deze persoon misschien ontmoeten. Doe dan dit.'} />
          <Melding soort={i.kleur === 'rood' ? 'gevaar' : 'let-op'} titel="Wat je doet"><Doen instructies={i.instructies} toelichtingen={i.toelichting === '' ? [] : [i.toelichting]} /></Melding>
          <Alinea>Dit geldt tot en met {datumTekst(i.einddatum)}. Daarna verdwijnt het hier. Vragen? Bel de Adviseur. Vertel het alleen aan wie het ook moet weten.</Alinea>
          {i.gelezenOp === null ? (
            <ActieFormulier actie={`/instructies/${i.id}/gelezen`} csrf={stand.csrf} sleutel={stand.sleutel}><Knoppen><Knop>Ik heb dit gelezen</Knop></Knoppen></ActieFormulier>
          ) : <Alinea zacht>Je bevestigde {datumTijdTekst(i.gelezenOp)} dat je dit las.</Alinea>}
        </Stapel>
      ),
    };
  });
  site.actie('/instructies/:id/gelezen', { handeling: leesInstructie, klaar: (r) => ({ naar: `/instructies/${r.id}`, bericht: 'Dank je. De Adviseur weet dat je dit las.' }) });
}

function latere(a: Eensignaal['signaal']['einddatum'], b: Eensignaal['signaal']['einddatum']) {
  return a.since(b).sign > 0 ? b : a;
}

function kader({ signaal: s, over, nummer }: Eensignaal, titel: string, inleiding: string, inhoud: ComponentChildren): PaginaInhoud {
  return {
    titel, menu: '/signalen',
    inhoud: (
      <Stapel>
        <Kruimels items={[{ tekst: 'Signalen', href: '/signalen' }, { tekst: `${over} (${nummer})`, href: `/signalen/${s.id}` }]} />
        <PaginaKop titel={titel} inleiding={inleiding} />
        {inhoud}
      </Stapel>
    ),
  };
}

function nieuwPagina(b: Bijdossier, stand: Stand, v: Verzoek): PaginaInhoud {
  const { dossier: d } = b;
  return {
    titel: 'Maak een signaal', menu: '/dossiers',
    inhoud: (
      <Stapel>
        <Kruimels items={[{ tekst: 'Dossiers', href: '/dossiers' }, { tekst: `${d.titel} (${d.nummer})`, href: `/dossiers/${d.id}` }, { tekst: 'Signaal', href: `/dossiers/${d.id}/signaal` }]} />
        <PaginaKop titel="Maak een signaal" inleiding="Wie controleert voor een bezoek of afspraak, ziet het licht en wat hij moet doen. Nooit wat er gebeurde of van wie het komt." />
        <Formulier actie={`/dossiers/${d.id}/signaal/nieuw`} {...stand}>
          <Keuzes {...veld(stand, 'waarop')} label="Waarop?" verplicht opties={[{ waarde: 'persoon', label: 'Op een persoon' }, { waarde: 'adres', label: 'Op een adres', uitleg: 'Als het gevaar op het adres zelf zit, of niet bekend is wie het was.' }]} />
          <Keuzes {...veld(stand, 'betrokkene')} label="Om wie gaat het?" opties={b.wie.length === 0 ? [{ waarde: '', label: 'Er is nog niemand vastgelegd' }] : b.wie.map((w) => ({ waarde: w.id, label: w.bekendAls ?? w.naam, uitleg: w.bekendAls === null ? 'Nog niet vastgelegd wie dit is. Doe dat eerst, anders kan niemand deze persoon herkennen.' : undefined }))} />
          <Groep titel="Welk adres?" naam="adres" uitleg="Alleen bij een signaal op een adres">
            <TekstVeld {...veld(stand, 'postcode')} label="Postcode" tekens={8} max={20} />
            <TekstVeld {...veld(stand, 'huisnummer')} label="Huisnummer" tekens={8} max={30} />
            <TekstVeld {...veld(stand, 'toevoeging')} label="Toevoeging" uitleg="Leeg als het om het hele pand gaat" tekens={8} max={30} />
          </Groep>
          <Keuzes {...veld(stand, 'grond')} label="Waar rust dit op?" verplicht opties={[
            ...b.gronden.map((g) => ({ waarde: g.id, label: g.naam, uitleg: `Geldt tot en met ${datumTekst(g.tot)}. Het signaal duurt nooit langer.` })),
            { waarde: 'incident', label: 'Dit incident', uitleg: d.ernst === 'ernstig' ? 'Ernstig, en niet langer dan een jaar geleden.' : 'Kan niet: dit incident is niet als ernstig vastgelegd.' },
          ]} />
          <Keuzes {...veld(stand, 'reden')} label="Soort reden" verplicht uitleg="Alleen de Adviseur en de griffier zien dit." opties={redencodes.map((w) => ({ waarde: w, label: redenen[w] }))} />
          <Instructievelden stand={stand} v={v} maanden={b.maanden} />
          <Groep titel="Weet de persoon dit?" naam="bericht" uitleg="Alleen bij een signaal op een persoon. Wie geregistreerd staat, heeft recht op bericht. Uitstellen mag alleen met een goede reden.">
            <Keuzes {...veld(stand, 'burger')} label="Hoort de persoon dit?" opties={burgercodes.map((w) => ({ waarde: w, label: burgerkeuzes[w].tekst, uitleg: burgerkeuzes[w].uitleg }))} />
            <TekstGebied {...veld(stand, 'burger_reden')} label="Waarom nog niet?" uitleg="Alleen als je kiest voor ‘nog niet’" regels={2} max={1_000} />
            <DatumVeld {...veld(stand, 'burger_tot')} label="Tot wanneer wacht het bericht?" snel={[]} uitleg="Dan krijg je een herinnering om er opnieuw naar te kijken." />
          </Groep>
          {d.compartiment === 'politiek' && <Vinkje {...veldVinkje(stand, 'ook_ambtelijk')} label="Ook te zien voor collega’s buiten de griffie" uitleg="Zij zien alleen het licht en wat zij moeten doen." />}
          <Knoppen><Knop>Maak het signaal</Knop><KnopLink soort="rustig" href={`/dossiers/${d.id}/signaal`}>Terug zonder opslaan</KnopLink></Knoppen>
        </Formulier>
      </Stapel>
    ),
  };
}

/** Whether the person was told, as the notice says. */
function Bericht({ b: { signaal: s, bericht } }: { b: Eensignaal }) {
  if (s.kennisgeving_id === null || bericht === null) return <>Nog niet vastgelegd. Bekijk het signaal opnieuw, dan komt er een bericht klaar te staan.</>;
  return <><Link href={`/privacyverzoeken/${s.kennisgeving_id}`}>{BERICHT[bericht.stand]}</Link>{bericht.voor !== null && `, uiterlijk ${datumTekst(dagVan(bericht.voor))}`}{bericht.reden !== '' && `: ${bericht.reden}`}</>;
}

function eenPagina(b: Eensignaal): PaginaInhoud {
  const { signaal: s } = b;
  const gelezen = b.ontvangers.filter((o) => o.gelezen_op !== null).length;
  const pad = `/signalen/${s.id}`;
  return {
    titel: `Signaal: ${b.over}`, menu: '/signalen',
    inhoud: (
      <Stapel>
        <Kruimels items={[{ tekst: 'Signalen', href: '/signalen' }, { tekst: `Dossier ${b.nummer}`, href: `/dossiers/${s.dossier_id}/signaal` }]} />
        <PaginaKop titel={b.over} merken={<><Lichtmerk uitkomst={s.kleur} /> {!b.geldend && <Merk>geldt niet meer</Merk>}</>} inleiding={`${instructiezin(s.instructies)}.`} />
        <Kaart titel="Het signaal" icoon="schild" acties={b.geldend ? <>
          {b.mag('signaal.herzien') && <KnopLink href={`${pad}/herzien`}>Bekijk opnieuw</KnopLink>}
          {b.mag('signaal.intrekken') && <KnopLink soort="secundair" href={`${pad}/intrekken`}>Trek in</KnopLink>}
        </> : undefined}>
          <DefinitieLijst onbekend="geen" items={[
            { term: 'Aanvulling', waarde: s.toelichting },
            { term: 'Soort reden', waarde: redenen[s.reden] },
            { term: 'Rust op', waarde: s.grond === 'maatregel' ? 'een maatregel' : `het incident ${b.nummer}` },
            { term: 'Geldt', waarde: `${datumTekst(s.ingangsdatum)} tot en met ${datumTekst(s.einddatum)}` },
            { term: 'Opnieuw bekijken', waarde: b.geldend ? datumTekst(s.herzien_op) : '' },
            ...(s.betrokkene_id === null ? [] : [{ term: 'De persoon', waarde: <Bericht b={b} /> }]),
            ...(s.intrekreden ? [{ term: 'Ingetrokken', waarde: s.intrekreden }] : s.verlopen_op ? [{ term: 'Verlopen', waarde: datumTijdTekst(s.verlopen_op) }] : []),
          ]} />
        </Kaart>
        <Kaart titel="Wie zijn ingelicht" icoon="personen" rechts={b.ontvangers.length > 0 ? <Merk>{gelezen} van {b.ontvangers.length} las het</Merk> : undefined} acties={b.geldend && b.mag('signaal.inlichten') ? <KnopLink href={`${pad}/inlichten`}>Licht collega’s in</KnopLink> : undefined}>
          {b.ontvangers.length === 0 ? <Alinea zacht>Er is nog niemand ingelicht. Wie controleert, ziet het signaal wel.</Alinea> : (
            <Tabel bijschrift="Ingelichte collega’s" bijschriftVerborgen rijen={b.ontvangers} kolommen={[
              { kop: 'Collega', rijkop: true, cel: (o) => o.naam }, { kop: 'Via', cel: (o) => o.onderdeel ?? 'zelf gekozen' }, { kop: 'Ingelicht', cel: (o) => datumTijdTekst(o.ingelicht_op) },
              { kop: 'Gelezen', cel: (o) => (o.gelezen_op ? datumTijdTekst(o.gelezen_op) : <Merk soort="let-op">nog niet</Merk>) },
            ]} />
          )}
        </Kaart>
        <Uitklap titel="Wie zag dit bij een controle" aantal={b.getoond.length}>
          <Tabel bijschrift="De laatste vijftig controles waarbij dit signaal te zien was" rijen={b.getoond} leeg={<Alinea zacht>Nog niemand.</Alinea>} kolommen={[
            { kop: 'Wie', rijkop: true, cel: (r) => r.wie }, { kop: 'Waarvoor', cel: (r) => doelen[r.doel] }, { kop: 'Wanneer', cel: (r) => datumTijdTekst(r.op) },
          ]} />
        </Uitklap>
      </Stapel>
    ),
  };
}
