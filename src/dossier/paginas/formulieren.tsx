import type { ComponentChildren } from 'preact';
import { datumInvoer, dagVan, datumTijdTekst, voorTekst } from '../../kern/tijd/index.ts';
import { fout } from '../../kern/fouten/index.ts';
import { CollegaVeld, collegaOpties } from '../../inrichting/index.ts';
import { ActieFormulier, Alinea, DatumVeld, Formulier, Kaart, Keuzes, Knop, KnopLink, Knoppen, Kruimels, Lijst, Melding, PaginaKop, Selectie, Stapel, TekstGebied, TekstVeld, TijdVeld, veld, veldMeer, veldVinkje, VerborgenVeld, Vinkje, Vinkjes } from '../../ontwerp/index.ts';
import { waarde, type PaginaInhoud, type Site, type Stand, type Verzoek } from '../../platform/http/index.ts';
import { laatBetrokkeneVervallen, voegBetrokkeneToe, vraagVerklaring, wijzigBetrokkene } from '../handelingen/betrokkenen.ts';
import { classificeer, heropenDossier, maakNotitie, vulAan, wijsAanspreekpuntAan } from '../handelingen/bijwerken.ts';
import { regelTermijn, type maakSamenvoegen, type maakSluiten } from '../handelingen/sluiten.ts';
import { buitencodes, gevolgcodes, gevolgen, kanaalcodes, kanalen, partijcodes, partijen, rolcodes, rolwoorden, wcodes, zevenW, type Gevolg, type W } from '../regels/woorden.ts';
import type { Dossierbeeld, maakDossierLezen } from '../vragen.ts';
import { keuzelijsten, mogelijkDezelfde, wachtOp } from '../vragenformulier.ts';
import { naamVan } from './dossier.tsx';
import { werkzin } from './woorden.ts';

interface Delen {
  lezen: ReturnType<typeof maakDossierLezen>;
  sluiten: ReturnType<typeof maakSluiten>;
  samenvoegen: ReturnType<typeof maakSamenvoegen>;
  wachtOp: ReturnType<typeof wachtOp>;
}

/** A page with one form about a dossier: way back, title, form. */
function formulierPagina(beeld: Dossierbeeld, titel: string, inleiding: string | undefined, formulier: ComponentChildren): PaginaInhoud {
  const { dossier: d } = beeld;
  return {
    titel, menu: '/dossiers',
    inhoud: (
      <Stapel>
        <Kruimels items={[{ tekst: 'Dossiers', href: '/dossiers' }, { tekst: `${d.titel} (${d.nummer})`, href: `/dossiers/${d.id}` }]} />
        <PaginaKop titel={titel} inleiding={inleiding} />
        {formulier}
      </Stapel>
    ),
  };
}

/** The row of buttons under every form about a dossier. */
function Verstuur({ tekst, id }: { tekst: string; id: string }) {
  return (
    <Knoppen>
      <Knop>{tekst}</Knop>
      <KnopLink soort="rustig" href={`/dossiers/${id}`}>Terug zonder opslaan</KnopLink>
    </Knoppen>
  );
}

/** What is known of a party from outside. */
function PartijVelden({ stand }: { stand: Stand }) {
  return (
    <>
      <TekstVeld {...veld(stand, 'naam')} label="Naam" uitleg="Van iemand van buiten, een account of een bedrijf" max={200} />
      <TekstGebied {...veld(stand, 'omschrijving')} label="Omschrijving" uitleg="Hoe herken je deze persoon? Wat weet je nog meer?" regels={3} max={5_000} />
      <TekstVeld {...veld(stand, 'contact')} label="Telefoon of e-mail" max={300} />
    </>
  );
}

const terug = (bericht: string) => (r: { id: string }) => ({ naar: `/dossiers/${r.id}`, bericht });

/** Registers every form of the dossier. */
export function dossierFormulieren(site: Site, { lezen, sluiten, samenvoegen, wachtOp: nogOpen }: Delen): void {
  /** The dossier, when this act is allowed in it: a form that can never be sent is not shown. */
  const laad = (h: Parameters<Dossierbeeld['mag']>[0]) => async (v: Verzoek): Promise<Dossierbeeld> => {
    const beeld = await v.vraag(lezen, { id: v.id('id') });
    if (!beeld.mag(h)) throw fout('niet-gevonden');
    return beeld;
  };

  const LABELS = { titel: 'Titel', kanaal: 'Hoe', locatie_id: 'Locatie', plek: 'Plek', bijna: 'Het ging net goed', ...zevenW, ...gevolgen };
  site.formulier('/dossiers/:id/aanvullen', {
    handeling: vulAan,
    laad: async (v) => ({ beeld: await laad('dossier.aanvullen')(v), keuzes: await v.vraag(keuzelijsten, {}) }),
    begin: ({ beeld: { dossier: d } }) => {
      const w = (d.toedracht ?? {}) as Partial<Record<W | Gevolg, string>>;
      return { versie: String(d.versie), titel: d.titel, kanaal: d.kanaal ?? '', locatie_id: d.locatie_id ?? '', plek: d.plek, bijna: d.bijna ? 'ja' : '', ...Object.fromEntries([...wcodes, ...gevolgcodes].map((c) => [c, w[c] ?? ''])) };
    },
    toon: ({ beeld, keuzes }, stand) => formulierPagina(beeld, 'Vul aan wat er gebeurde', 'Wat je niet weet, laat je leeg. De zeven vragen zijn dezelfde die de politie stelt bij een aangifte.',
      <Formulier actie={`/dossiers/${beeld.dossier.id}/aanvullen`} {...stand} veldnamen={LABELS}>
        <VerborgenVeld naam="versie" waarde={waarde(stand.waarden, 'versie')} />
        <TekstVeld {...veld(stand, 'titel')} label="Titel" verplicht uitleg="Kort en neutraal, zonder namen. Bijvoorbeeld ‘Dreiging aan de balie’." max={120} />
        <Selectie {...veld(stand, 'kanaal')} label="Hoe was het contact?" leeg="Niet bekend" opties={kanaalcodes.map((w) => ({ waarde: w, label: kanalen[w] }))} />
        <Selectie {...veld(stand, 'locatie_id')} label="Locatie" leeg="Ergens anders" opties={keuzes.locaties.map((l) => ({ waarde: l.id, label: l.naam }))} />
        <TekstVeld {...veld(stand, 'plek')} label="Waar precies?" max={300} />
        <Vinkje {...veldVinkje(stand, 'bijna')} label="Het ging net goed (bijna-incident)" />
        {wcodes.map((c) => <TekstGebied {...veld(stand, c)} label={zevenW[c]} regels={3} max={5_000} />)}
        {gevolgcodes.map((c) => <TekstGebied {...veld(stand, c)} label={gevolgen[c]} regels={3} max={5_000} />)}
        <Verstuur tekst="Bewaar" id={beeld.dossier.id} />
      </Formulier>),
    klaar: terug('Opgeslagen.'),
  });

  site.formulier('/dossiers/:id/classificeren', {
    handeling: classificeer,
    laad: async (v) => ({ beeld: await laad('dossier.classificeren')(v), keuzes: await v.vraag(keuzelijsten, {}) }),
    begin: ({ beeld }) => ({ versie: String(beeld.dossier.versie), vormen: beeld.vormen.map((x) => x.id), ernst: beeld.dossier.ernst_reden ? beeld.dossier.ernst : '', ernst_reden: beeld.dossier.ernst_reden ?? '' }),
    toon: ({ beeld, keuzes }, stand) => formulierPagina(beeld, 'Vormen en ernst', beeld.dossier.ernst_uitleg,
      <Formulier actie={`/dossiers/${beeld.dossier.id}/classificeren`} {...stand} veldnamen={{ vormen: 'Vormen', ernst: 'Ernst', ernst_reden: 'Reden' }}>
        <VerborgenVeld naam="versie" waarde={waarde(stand.waarden, 'versie')} />
        <Vinkjes {...veldMeer(stand, 'vormen')} label="Welke vormen van agressie?" verplicht opties={keuzes.vormen.map((x) => ({ waarde: x.id, label: x.naam, uitleg: x.voorbeeld }))} />
        <Keuzes {...veld(stand, 'ernst')} label="Hoe ernstig is het?" uitleg="De regel kijkt naar de zwaarste vorm. Wijk je af, schrijf dan waarom." opties={[{ waarde: '', label: 'Volgens de regel' }, { waarde: 'licht', label: 'Licht' }, { waarde: 'middel', label: 'Middel' }, { waarde: 'ernstig', label: 'Ernstig' }]} />
        <TekstGebied {...veld(stand, 'ernst_reden')} label="Waarom wijk je af van de regel?" regels={3} max={2_000} />
        <Verstuur tekst="Bewaar" id={beeld.dossier.id} />
      </Formulier>),
    klaar: terug('Vormen en ernst zijn opgeslagen.'),
  });

  site.formulier('/dossiers/:id/notitie', {
    handeling: maakNotitie,
    laad: laad('dossier.notitie'),
    toon: (beeld, stand) => formulierPagina(beeld, 'Maak een notitie', 'Alleen wie dit dossier behandelt leest dit. Een notitie kun je later niet meer wijzigen.',
      <Formulier actie={`/dossiers/${beeld.dossier.id}/notitie`} {...stand}>
        <TekstGebied {...veld(stand, 'tekst')} label="Notitie" verplicht regels={6} max={20_000} />
        <Verstuur tekst="Bewaar de notitie" id={beeld.dossier.id} />
      </Formulier>),
    klaar: terug('De notitie staat in de tijdlijn.'),
  });

  site.formulier('/dossiers/:id/aanspreekpunt', {
    handeling: wijsAanspreekpuntAan,
    laad: laad('dossier.toewijzen'),
    begin: (beeld) => ({ versie: String(beeld.dossier.versie) }),
    toon: async (beeld, stand, v) => formulierPagina(beeld, 'Wijs een aanspreekpunt aan', 'Het aanspreekpunt houdt contact met wie het overkwam en vertelt hoe het verdergaat. Deze collega kan het dossier openen.',
      <Formulier actie={`/dossiers/${beeld.dossier.id}/aanspreekpunt`} {...stand}>
        <VerborgenVeld naam="versie" waarde={waarde(stand.waarden, 'versie')} />
        <CollegaVeld label="Wie wordt het aanspreekpunt?" verplicht stand={stand} opties={await collegaOpties(v, stand)} />
        <Verstuur tekst="Wijs aan" id={beeld.dossier.id} />
      </Formulier>),
    klaar: terug('Het aanspreekpunt is aangewezen.'),
  });

  site.formulier('/dossiers/:id/betrokkenen/nieuw', {
    handeling: voegBetrokkeneToe,
    laad: laad('dossier.betrokkene'),
    toon: async (beeld, stand, v) => formulierPagina(beeld, 'Voeg iemand toe', undefined,
      <Formulier actie={`/dossiers/${beeld.dossier.id}/betrokkenen/nieuw`} {...stand}>
        <Keuzes {...veld(stand, 'rol')} label="Welke rol had deze persoon?" verplicht opties={rolcodes.filter((r) => r !== 'melder').map((w) => ({ waarde: w, label: rolwoorden[w], uitleg: w === 'veroorzaker' ? 'Of betrokkene: wat gemeld is, staat nog niet vast.' : undefined }))} />
        <Keuzes {...veld(stand, 'soort')} label="Wie of wat is het?" verplicht opties={partijcodes.map((w) => ({ waarde: w, label: partijen[w] }))} />
        <CollegaVeld label="Welke collega?" stand={stand} opties={await collegaOpties(v, stand)} uitleg="Alleen als het een collega is. Typ de naam of het personeelsnummer" />
        <PartijVelden stand={stand} />
        <Verstuur tekst="Voeg toe" id={beeld.dossier.id} />
      </Formulier>),
    klaar: terug('Toegevoegd.'),
  });

  site.formulier('/dossiers/:id/betrokkenen/:betrokkene', {
    handeling: wijzigBetrokkene,
    laad: async (v) => {
      const beeld = await laad('dossier.betrokkene')(v);
      const wie = beeld.betrokkenen.find((b) => b.id === v.id('betrokkene'));
      if (!wie) throw fout('niet-gevonden');
      return { beeld, wie };
    },
    begin: ({ wie }) => ({ versie: String(wie.versie), soort: wie.soort, naam: wie.naam, omschrijving: wie.omschrijving, contact: wie.contact }),
    toon: ({ beeld, wie }, stand) => formulierPagina(beeld, naamVan(wie), `${rolwoorden[wie.rol]} in dit dossier.`, (
      <Stapel>
        {wie.medewerker_id === null && (
          <Formulier actie={`/dossiers/${beeld.dossier.id}/betrokkenen/${wie.id}`} {...stand} label="Wat er bekend is">
            <VerborgenVeld naam="versie" waarde={waarde(stand.waarden, 'versie')} />
            <Keuzes {...veld(stand, 'soort')} label="Wie of wat is het?" verplicht opties={buitencodes.map((w) => ({ waarde: w, label: partijen[w] }))} />
            <PartijVelden stand={stand} />
            <Verstuur tekst="Bewaar" id={beeld.dossier.id} />
          </Formulier>
        )}
        <Kaart titel="Weghalen" soort="stil">
          <Alinea>Staat deze persoon er ten onrechte bij? Haal hem of haar dan weg. In de tijdlijn blijft staan dat dit gebeurde.</Alinea>
          <ActieFormulier actie={`/dossiers/${beeld.dossier.id}/betrokkenen/${wie.id}/vervallen`} csrf={stand.csrf} sleutel={stand.sleutel}>
            <Knoppen><Knop soort="gevaar">Haal weg</Knop><KnopLink soort="rustig" href={`/dossiers/${beeld.dossier.id}`}>Terug</KnopLink></Knoppen>
          </ActieFormulier>
        </Kaart>
      </Stapel>
    )),
    klaar: terug('Opgeslagen.'),
  });
  site.actie('/dossiers/:id/betrokkenen/:betrokkene/vervallen', { handeling: laatBetrokkeneVervallen, klaar: terug('Weggehaald.') });

  site.formulier('/dossiers/:id/verklaringen/nieuw', {
    handeling: vraagVerklaring,
    laad: laad('verklaring.vragen'),
    toon: async (beeld, stand, v) => formulierPagina(beeld, 'Vraag een verklaring', 'De collega krijgt een e-mail met een link. Hij of zij leest alleen wat jij hier vraagt, niet het dossier.',
      <Formulier actie={`/dossiers/${beeld.dossier.id}/verklaringen/nieuw`} {...stand}>
        <CollegaVeld label="Aan wie vraag je het?" verplicht stand={stand} opties={await collegaOpties(v, stand)} />
        <TekstGebied {...veld(stand, 'vraag')} label="Wat wil je weten?" uitleg="Noem zo weinig mogelijk, zodat de collega zelf kan vertellen." regels={3} max={2_000} />
        <Verstuur tekst="Vraag het" id={beeld.dossier.id} />
      </Formulier>),
    klaar: terug('De collega krijgt een e-mail.'),
  });

  site.formulier('/dossiers/:id/termijnen/:termijn', {
    handeling: regelTermijn,
    laad: async (v) => {
      const beeld = await laad('termijn.afronden')(v);
      const termijn = beeld.termijnen.find((t) => t.id === v.id('termijn'));
      if (!termijn) throw fout('niet-gevonden');
      return { beeld, termijn };
    },
    begin: ({ termijn }) => ({ versie: String(termijn.versie) }),
    toon: ({ beeld, termijn }, stand, v) => formulierPagina(beeld, werkzin(termijn, false), `Dit moet klaar zijn ${voorTekst(termijn.verval_op, v.nu)}.`,
      <Formulier actie={`/dossiers/${beeld.dossier.id}/termijnen/${termijn.id}`} {...stand}>
        <VerborgenVeld naam="versie" waarde={waarde(stand.waarden, 'versie')} />
        <Keuzes {...veld(stand, 'wat')} label="Wat wil je doen?" verplicht opties={[{ waarde: 'verzetten', label: 'Verzetten naar een ander moment' }, { waarde: 'afronden', label: 'Afronden: het is gedaan of niet meer nodig' }]} />
        <DatumVeld {...veld(stand, 'datum')} label="Nieuwe dag" snel={[0, 1]} uitleg={`Alleen bij verzetten. Bijvoorbeeld ${datumInvoer(dagVan(v.nu).add({ days: 2 }))}`} />
        <TijdVeld {...veld(stand, 'tijd')} label="Tijd" />
        <TekstGebied {...veld(stand, 'reden')} label="Waarom?" verplicht regels={3} max={2_000} />
        <Verstuur tekst="Bewaar" id={beeld.dossier.id} />
      </Formulier>),
    klaar: terug('De termijn is aangepast.'),
  });

  site.formulier('/dossiers/:id/sluiten', {
    handeling: sluiten,
    laad: async (v) => ({ beeld: await laad('dossier.sluiten')(v), open: await v.vraag(nogOpen, { id: v.id('id') }) }),
    begin: ({ beeld }) => ({ versie: String(beeld.dossier.versie) }),
    toon: ({ beeld, open }, stand) => formulierPagina(beeld, 'Sluit dit dossier', undefined, open.length > 0 ? (
      <Stapel>
        <Melding soort="let-op" titel="Dit dossier kan nog niet dicht"><Lijst items={open} /></Melding>
        <Knoppen><KnopLink href={`/dossiers/${beeld.dossier.id}`}>Terug naar het dossier</KnopLink></Knoppen>
      </Stapel>
    ) : (
      <Formulier actie={`/dossiers/${beeld.dossier.id}/sluiten`} {...stand}>
        <VerborgenVeld naam="versie" waarde={waarde(stand.waarden, 'versie')} />
        <TekstGebied {...veld(stand, 'reden')} label="Hoe is het afgelopen?" verplicht uitleg="Wie meldde ziet dat het dossier dicht is, niet wat je hier schrijft." regels={4} max={2_000} />
        <Verstuur tekst="Sluit het dossier" id={beeld.dossier.id} />
      </Formulier>
    )),
    klaar: terug('Het dossier is gesloten.'),
  });

  site.formulier('/dossiers/:id/heropenen', {
    handeling: heropenDossier,
    laad: laad('dossier.heropenen'),
    toon: (beeld, stand) => formulierPagina(beeld, 'Heropen dit dossier', undefined,
      <Formulier actie={`/dossiers/${beeld.dossier.id}/heropenen`} {...stand}>
        <TekstGebied {...veld(stand, 'reden')} label="Waarom moet het weer open?" verplicht regels={3} max={2_000} />
        <Verstuur tekst="Heropen" id={beeld.dossier.id} />
      </Formulier>),
    klaar: terug('Het dossier is weer open.'),
  });

  site.formulier('/dossiers/:id/samenvoegen', {
    handeling: samenvoegen,
    laad: async (v) => ({ beeld: await laad('dossier.koppelen')(v), lijst: await v.vraag(mogelijkDezelfde, { id: v.id('id') }) }),
    begin: ({ beeld }) => ({ versie: String(beeld.dossier.versie) }),
    toon: ({ beeld, lijst }, stand) => formulierPagina(beeld, 'Voeg samen', 'Gaat dit over dezelfde gebeurtenis als een ander dossier? Dan verhuist alles naar dat dossier. Dit dossier gaat dicht met een verwijzing. Je kunt dit niet terugdraaien.', lijst.length === 0 ? (
      <Stapel><Alinea>Er zijn geen andere open dossiers rond dezelfde tijd of plaats.</Alinea><Knoppen><KnopLink href={`/dossiers/${beeld.dossier.id}`}>Terug naar het dossier</KnopLink></Knoppen></Stapel>
    ) : (
      <Formulier actie={`/dossiers/${beeld.dossier.id}/samenvoegen`} {...stand}>
        <VerborgenVeld naam="versie" waarde={waarde(stand.waarden, 'versie')} />
        <Keuzes {...veld(stand, 'doel')} label="Bij welk dossier hoort dit?" verplicht opties={lijst.map((d) => ({ waarde: d.id, label: `${d.titel} (${d.nummer})`, uitleg: [datumTijdTekst(d.voorval_op), d.locatie].filter(Boolean).join(', ') }))} />
        <Verstuur tekst="Voeg samen" id={beeld.dossier.id} />
      </Formulier>
    )),
    klaar: terug('Samengevoegd. Je bekijkt nu het dossier waar alles bij staat.'),
  });
}
