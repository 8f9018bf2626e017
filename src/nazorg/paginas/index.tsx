import type { ComponentChildren } from 'preact';
import { fout } from '../../kern/fouten/index.ts';
import { datumTijdTekst, momentTekst, voorTekst } from '../../kern/tijd/index.ts';
import { CollegaVeld, collegaOpties } from '../../inrichting/index.ts';
import { ActieFormulier, Alinea, Citaat, DatumVeld, Formulier, Kaart, Keuzes, Knop, KnopBel, KnopLink, Knoppen, Kruimels, LegeStaat, Link, Melding, Merk, PaginaKop, Selectie, Stapel, Tabs, TekstGebied, TijdVeld, veld, veldVinkje, Vinkje } from '../../ontwerp/index.ts';
import { type PaginaInhoud, type Site, type Verzoek } from '../../platform/http/index.ts';
import { dossierTabs, type Dossiertab } from '../../dossier/index.ts';
import { antwoordOpHulp, kiesHelper, koppelTerug, legGesprekVast, schakelHulpIn, werkHulpBij } from '../handelingen.ts';
import { hulpsoortcodes, hulpsoorten, momentwoorden, nazorgmomenten, terugkoppelwijzecodes, terugkoppelwijzen, wijzecodes, wijzen, type Nazorgmoment } from '../regels.ts';
import { eigenHulpvragen, nazorgbeeld, type Nazorgbeeld } from '../vragen.ts';

type Ontvanger = Nazorgbeeld['ontvangers'][number];

/** Registers the pages of aftercare: the tab of the dossier, its forms, and the answer of the colleague. */
export function nazorgPaginas(site: Site, tabs: readonly Dossiertab[]): void {
  const haal = (v: Verzoek) => v.vraag(nazorgbeeld, { id: v.id('id') });
  const kader = (b: Nazorgbeeld, titel: string, inleiding: ComponentChildren, inhoud: ComponentChildren): PaginaInhoud => ({
    titel, menu: '/dossiers',
    inhoud: (
      <Stapel>
        <Kruimels items={b.alleenHelper ? [{ tekst: 'Vandaag', href: '/vandaag' }, { tekst: 'Nazorg', href: `/dossiers/${b.dossier.id}/nazorg` }] : [{ tekst: 'Dossiers', href: '/dossiers' }, { tekst: `${b.dossier.titel} (${b.dossier.nummer})`, href: `/dossiers/${b.dossier.id}` }, { tekst: 'Nazorg', href: `/dossiers/${b.dossier.id}/nazorg` }]} />
        <PaginaKop titel={titel} inleiding={inleiding} />
        {inhoud}
      </Stapel>
    ),
  });
  const voorWie = (h: Parameters<Nazorgbeeld['mag']>[0]) => async (v: Verzoek): Promise<{ b: Nazorgbeeld; wie: Ontvanger }> => {
    const b = await haal(v);
    const wie = b.ontvangers.find((o) => o.id === v.id('voor'));
    if (!wie || !b.mag(h)) throw fout('niet-gevonden');
    return { b, wie };
  };
  const naarTab = (bericht: string) => (r: { id: string }) => ({ naar: `/dossiers/${r.id}/nazorg`, bericht });
  const Terug = ({ id }: { id: string }) => <KnopLink soort="rustig" href={`/dossiers/${id}/nazorg`}>Terug zonder opslaan</KnopLink>;

  site.pagina('/dossiers/:id/nazorg', async (v) => {
    const b = await haal(v);
    return {
      titel: `Nazorg (${b.dossier.nummer})`, menu: '/dossiers',
      inhoud: (
        <Stapel>
          {!b.alleenHelper && <Kruimels items={[{ tekst: 'Dossiers', href: '/dossiers' }]} />}
          <PaginaKop titel={b.dossier.titel} inleiding={`Nazorg bij ${b.dossier.nummer}. Wat iemand vertelt, lezen alleen jullie twee.`} />
          {!b.alleenHelper && <Tabs label="Onderdelen van dit dossier" tabs={dossierTabs(b.dossier.id, '/nazorg', tabs, b.mag)} />}
          {b.ontvangers.length === 0 && <LegeStaat titel="Er is nog niemand om voor te zorgen" icoon="hart"><p>Voeg eerst toe wie het overkwam of wie het zag.</p></LegeStaat>}
          {b.ontvangers.map((o) => <Zorgkaart b={b} o={o} v={v} />)}
          {!b.alleenHelper && <Terugkoppelingen b={b} />}
        </Stapel>
      ),
    };
  });

  site.formulier('/dossiers/:id/nazorg/:voor', {
    handeling: legGesprekVast,
    laad: voorWie('nazorg.vastleggen'),
    begin: ({ wie }) => ({ moment: wie.volgende?.soort ?? 'nazorg_24u' }),
    toon: ({ b, wie }, stand, v) => kader(b, `Gesprek met ${wie.naam}`, wie.volgende ? `${momentwoorden[wie.volgende.soort as Nazorgmoment]}, ${voorTekst(wie.volgende.verval_op, v.nu)}.` : undefined, (
      <>
        {wie.telefoon !== '' && <Knoppen><KnopBel nummer={wie.telefoon} /></Knoppen>}
        <Melding soort="info" titel="Een goed eerste gesprek"><p>Vraag wat er gebeurde en hoe het nu gaat. Luister meer dan je praat. Vertel wat er met de melding gebeurt, vraag wat iemand nodig heeft, en spreek af wanneer je weer belt.</p></Melding>
        <Formulier actie={`/dossiers/${b.dossier.id}/nazorg/${wie.id}`} {...stand}>
          <Keuzes {...veld(stand, 'wijze')} label="Hoe sprak je de collega?" verplicht opties={wijzecodes.map((w) => ({ waarde: w, label: wijzen[w] }))} />
          <Selectie {...veld(stand, 'moment')} label="Welk gesprek was dit?" verplicht opties={nazorgmomenten.map((m) => ({ waarde: m, label: momentwoorden[m] }))} />
          <DatumVeld {...veld(stand, 'datum')} label="Op welke dag?" uitleg="Leeg is vandaag" />
          <TijdVeld {...veld(stand, 'tijd')} label="Hoe laat?" />
          <TekstGebied {...veld(stand, 'inhoud')} label="Wat hebben jullie besproken?" uitleg={`Alleen jij en ${wie.naam} lezen dit. De Adviseur ziet alleen dat het gesprek er was.`} regels={7} max={20_000} />
          <Vinkje {...veldVinkje(stand, 'klaar')} label="Er hoeft geen volgend gesprek te komen" uitleg="Vink dit alleen aan als de collega dat zelf wil." />
          <Knoppen><Knop>Leg het gesprek vast</Knop><Terug id={b.dossier.id} /></Knoppen>
        </Formulier>
      </>
    )),
    klaar: naarTab('Het gesprek staat erin.'),
  });

  site.formulier('/dossiers/:id/nazorg/:voor/helper', {
    handeling: kiesHelper,
    laad: voorWie('nazorg.helper'),
    toon: async ({ b, wie }, stand, v) => kader(b, `Wie zorgt er voor ${wie.naam}?`, wie.helper ? `Nu is dat ${wie.helper.naam}.` : undefined, (
      <Formulier actie={`/dossiers/${b.dossier.id}/nazorg/${wie.id}/helper`} {...stand}>
        <CollegaVeld label="Wie geeft de nazorg?" verplicht stand={stand} opties={await collegaOpties(v, stand)} uitleg="Typ een naam of personeelsnummer. Deze collega krijgt een e-mail en ziet alleen de nazorg, niet het dossier." />
        <Knoppen><Knop>Wijs aan</Knop><Terug id={b.dossier.id} /></Knoppen>
      </Formulier>
    )),
    klaar: naarTab('Aangewezen. De collega krijgt een e-mail.'),
  });

  site.formulier('/dossiers/:id/nazorg/:voor/hulp', {
    handeling: schakelHulpIn,
    laad: voorWie('hulp.inschakelen'),
    toon: ({ b, wie }, stand) => kader(b, `Hulp voor ${wie.naam}`, 'Niemand van buiten hoort iets zonder toestemming van de collega.', (
      <Formulier actie={`/dossiers/${b.dossier.id}/nazorg/${wie.id}/hulp`} {...stand}>
        <Keuzes {...veld(stand, 'soort')} label="Welke hulp?" verplicht opties={hulpsoortcodes.filter((h) => h !== 'weerbaar_bestuur' || b.compartiment === 'politiek').map((h) => ({ waarde: h, label: hulpsoorten[h] }))} />
        <Keuzes {...veld(stand, 'toestemming')} label="Wil de collega dit?" verplicht opties={[{ waarde: 'vraag', label: 'Vraag het aan de collega', uitleg: 'Hij of zij krijgt een e-mail en kiest zelf.' }, { waarde: 'gegeven', label: 'Ja, dat zei de collega al tegen mij' }]} />
        <Knoppen><Knop>Stel deze hulp voor</Knop><Terug id={b.dossier.id} /></Knoppen>
      </Formulier>
    )),
    klaar: naarTab('Vastgelegd.'),
  });

  site.formulier('/dossiers/:id/hulp/:hulp', {
    handeling: werkHulpBij,
    laad: async (v) => {
      const b = await haal(v);
      const h = b.hulp.find((x) => x.id === v.id('hulp'));
      const wie = b.ontvangers.find((o) => o.id === h?.voor_id);
      if (!h || !wie || !b.mag('hulp.inschakelen')) throw fout('niet-gevonden');
      return { b, h, wie };
    },
    begin: ({ h }) => ({ wat: h.ingeschakeld_op ? 'afgerond' : 'ingeschakeld' }),
    toon: async ({ b, h, wie }, stand, v) => kader(b, `${hulpsoorten[h.soort]} voor ${wie.naam}`, undefined, (
      <Formulier actie={`/dossiers/${b.dossier.id}/hulp/${h.id}`} {...stand}>
        <Keuzes {...veld(stand, 'wat')} label="Wat is er gedaan?" verplicht opties={[{ waarde: 'ingeschakeld', label: 'Ik heb deze hulp ingeschakeld' }, { waarde: 'afgerond', label: 'Deze hulp is klaar' }]} />
        {h.soort === 'bot' && <CollegaVeld label="Welke collega van het opvangteam?" stand={stand} opties={await collegaOpties(v, stand)} />}
        <Knoppen><Knop>Leg vast</Knop><Terug id={b.dossier.id} /></Knoppen>
      </Formulier>
    )),
    klaar: naarTab('Vastgelegd.'),
  });

  site.formulier('/dossiers/:id/terugkoppeling', {
    handeling: koppelTerug,
    laad: async (v) => {
      const b = await haal(v);
      if (!b.mag('terugkoppeling.geven')) throw fout('niet-gevonden');
      return b;
    },
    begin: (b) => ({ wijze: 'rugdekking', aan: b.slachtoffers.length === 1 ? (b.slachtoffers[0] ?? '') : '' }),
    toon: (b, stand) => kader(b, 'Koppel terug', 'Vertel in gewone woorden wat er met de melding is gedaan, ook als er weinig kon. De collega leest dit onder Mijn meldingen en krijgt een e-mail.', (
      <Formulier actie={`/dossiers/${b.dossier.id}/terugkoppeling`} {...stand}>
        <Keuzes {...veld(stand, 'aan')} label="Aan wie?" verplicht opties={b.ontvangers.filter((o) => o.rol === 'slachtoffer').map((o) => ({ waarde: o.id, label: o.naam }))} />
        <Keuzes {...veld(stand, 'wijze')} label="Hoe?" verplicht opties={terugkoppelwijzecodes.map((w) => ({ waarde: w, label: terugkoppelwijzen[w] }))} />
        <TekstGebied {...veld(stand, 'tekst')} label="Wat vertel je?" verplicht regels={7} max={10_000} uitleg="Noem geen namen van getuigen of van de veroorzaker." />
        <Vinkje {...veldVinkje(stand, 'vervolg')} label="Er volgt later nog meer" uitleg="Dan blijft er een termijn staan voor de volgende terugkoppeling." />
        <Knoppen><Knop>Koppel terug</Knop><Terug id={b.dossier.id} /></Knoppen>
      </Formulier>
    )),
    klaar: naarTab('Teruggekoppeld. De collega krijgt een e-mail.'),
  });

  site.pagina('/mijn-meldingen/:id/hulp', async (v) => {
    const lijst = await v.vraag(eigenHulpvragen, { id: v.id('id') });
    const stand = v.stand();
    return {
      titel: 'Hulp voor jou', menu: '/mijn-meldingen',
      inhoud: (
        <Stapel>
          <Kruimels items={[{ tekst: 'Mijn meldingen', href: '/mijn-meldingen' }, { tekst: 'Je melding', href: `/mijn-meldingen/${v.id('id')}` }]} />
          <PaginaKop titel="Hulp voor jou" inleiding="Jij beslist. Zeg je nee, dan gebeurt er niets en dat is ook goed." />
          {lijst.length === 0 && <LegeStaat titel="Er is nu geen hulp voorgesteld" icoon="hart"><p>Wil je toch iemand spreken? Vraag het op de pagina van je melding.</p></LegeStaat>}
          {lijst.map((h) => (
            <Kaart titel={hulpsoorten[h.soort]}>
              {h.toestemming !== 'gevraagd' ? <Alinea>Je antwoord: {h.toestemming === 'gegeven' ? 'ja' : 'nee'}.</Alinea> : (
                <ActieFormulier actie={`/mijn-meldingen/${v.id('id')}/hulp/${h.id}`} csrf={stand.csrf} sleutel={v.stand().sleutel}>
                  <Knoppen><Knop naam="antwoord" waarde="ja">Ja, dat wil ik</Knop><Knop soort="secundair" naam="antwoord" waarde="nee">Nee, dank je</Knop></Knoppen>
                </ActieFormulier>
              )}
            </Kaart>
          ))}
        </Stapel>
      ),
    };
  });
  site.actie('/mijn-meldingen/:id/hulp/:hulp', { handeling: antwoordOpHulp, klaar: (r) => ({ naar: `/mijn-meldingen/${r.id}/hulp`, bericht: 'Dank je. Je antwoord is bewaard.' }) });
}

function Zorgkaart({ b, o, v }: { b: Nazorgbeeld; o: Ontvanger; v: Verzoek }) {
  const pad = `/dossiers/${b.dossier.id}`;
  const gesprekken = b.gesprekken.filter((g) => g.voor_id === o.id);
  const hulp = b.hulp.filter((h) => h.voor_id === o.id);
  return (
    <Kaart titel={o.naam} rechts={<Merk soort={o.rol === 'slachtoffer' ? 'info' : 'neutraal'}>{o.rol}</Merk>}
      acties={<>
        {b.mag('nazorg.vastleggen') && o.id !== v.sessie.actor.id && <KnopLink href={`${pad}/nazorg/${o.id}`}>Leg een gesprek vast</KnopLink>}
        {b.mag('hulp.inschakelen') && <KnopLink soort="secundair" href={`${pad}/nazorg/${o.id}/hulp`}>Stel hulp voor</KnopLink>}
        {b.mag('nazorg.helper') && <KnopLink soort="rustig" href={`${pad}/nazorg/${o.id}/helper`}>{o.helper ? 'Kies een andere helper' : 'Wijs een helper aan'}</KnopLink>}
      </>}>
      <Alinea>
        {o.helper ? `${o.helper.naam} zorgt voor ${o.naam}. ` : 'Er is nog niemand aangewezen. '}
        {o.volgende && `${momentwoorden[o.volgende.soort as Nazorgmoment]}: ${voorTekst(o.volgende.verval_op, v.nu)}.`}
      </Alinea>
      {gesprekken.length > 0 && (
        <ul class="rd-lijst">
          {gesprekken.map((g) => (
            <li>{wijzen[g.wijze]} door {g.door}, {momentTekst(g.gevoerd_op, v.nu)} ({momentwoorden[g.moment as Nazorgmoment].toLowerCase()}).{g.inhoud && <Citaat bron="Alleen jullie twee lezen dit">{g.inhoud}</Citaat>}</li>
          ))}
        </ul>
      )}
      {hulp.length > 0 && (
        <ul class="rd-lijst">
          {hulp.map((h) => (
            <li>{hulpsoorten[h.soort]}: {h.afgerond_op ? 'klaar' : h.ingeschakeld_op ? 'ingeschakeld' : h.toestemming === 'gegeven' ? 'de collega wil dit, nog inschakelen' : h.toestemming === 'geweigerd' ? 'de collega wil dit niet' : 'wacht op antwoord van de collega'}
              {h.toestemming === 'gegeven' && !h.afgerond_op && b.mag('hulp.inschakelen') && <> <Link href={`${pad}/hulp/${h.id}`}>Werk bij</Link></>}
            </li>
          ))}
        </ul>
      )}
    </Kaart>
  );
}

function Terugkoppelingen({ b }: { b: Nazorgbeeld }) {
  return (
    <Kaart titel="Terugkoppeling" icoon="gesprek" acties={b.mag('terugkoppeling.geven') ? <KnopLink soort="secundair" href={`/dossiers/${b.dossier.id}/terugkoppeling`}>Koppel terug</KnopLink> : undefined}>
      {b.terugkoppelingen.length === 0 ? <Alinea zacht>Er is nog niet teruggekoppeld.</Alinea> : b.terugkoppelingen.map((t) => (
        <Citaat bron={`${t.door} aan ${t.aan}, ${datumTijdTekst(t.op)}${t.gelezen_op ? ', gelezen' : ''}`}>{t.tekst}</Citaat>
      ))}
    </Kaart>
  );
}
