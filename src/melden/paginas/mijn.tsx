import type { ComponentChildren } from 'preact';
import { fout } from '../../kern/fouten/index.ts';
import { dagTekst, dagVan, momentTekst } from '../../kern/tijd/index.ts';
import { Bestandenlijst, Weggehaaldlijst } from '../../dossier/index.ts';
import { hulpsoorten, leesTerugkoppeling } from '../../nazorg/index.ts';
import { Alinea, Citaat, DefinitieLijst, Kaart, KnopLink, Kop, Kruimels, LegeStaat, Link, Melding, Merk, PaginaKop, Stapel, Stappen, Uitklap, Telefoon } from '../../ontwerp/index.ts';
import type { PaginaInhoud, Site, Verzoek } from '../../platform/http/index.ts';
import { beloftezin, opMoment } from '../regels/stappen.ts';
import { aangiftewensen, veroorzakerkennis } from '../regels/melding.ts';
import { mijnMeldingen, volgMelding, type EigenMelding, type MijnMeldingen, type Volgbeeld } from '../vragen/volgen.ts';
import { ingevuld } from './woorden.ts';

const kruimel = { tekst: 'Mijn meldingen', href: '/mijn-meldingen' };

type Regel = MijnMeldingen['meldingen'][number];

/** One report in the list: what it was, when, and what comes now. */
function Meldingkaart({ m, v }: { m: Regel; v: Verzoek }) {
  const dag = dagTekst(dagVan(m.voorval_op), dagVan(v.nu));
  return (
    <Kaart titel={<Link href={`/mijn-meldingen/${m.id}`}>{m.zicht === 'getuige' ? `Melding ${m.nummer}` : m.titel}</Link>} niveau={3} rechts={m.nieuws ? <Merk soort="let-op">er is nieuws voor je</Merk> : m.status === 'gesloten' ? <Merk soort="klaar">afgesloten</Merk> : undefined}>
      <Alinea zacht>{[`Het gebeurde ${dag}`, m.collega && `voor ${m.collega}`, m.zicht === 'getuige' ? null : `melding ${m.nummer}`].filter(Boolean).join(' · ')}</Alinea>
      {m.afspraak && m.status !== 'gesloten' && <Alinea>{beloftezin({ door: m.afspraak.door, uiterlijk: m.afspraak.verval_op }, null, v.nu)}</Alinea>}
    </Kaart>
  );
}

function Deel({ titel, children }: { titel: string; children: ComponentChildren }) {
  return <Stapel ruimte="s"><Kop niveau={2} maat={3}>{titel}</Kop>{children}</Stapel>;
}

function lijstPagina({ meldingen, verklaringen }: MijnMeldingen, v: Verzoek): PaginaInhoud {
  const per = (zicht: Regel['zicht']) => meldingen.filter((m) => m.zicht === zicht);
  const groepen = [{ titel: 'Wat mij overkwam', lijst: per('slachtoffer') }, { titel: 'Wat ik voor een ander meldde', lijst: per('melder') }, { titel: 'Waar ik getuige van was', lijst: per('getuige') }].filter((g) => g.lijst.length > 0);
  return {
    titel: 'Mijn meldingen', vorm: 'lezen',
    inhoud: (
      <Stapel ruimte="l">
        <PaginaKop titel="Mijn meldingen" acties={<KnopLink href="/melden" icoon="plus">Meld een incident</KnopLink>} />
        {verklaringen.some((x) => x.gegeven_op === null) && (
          <Deel titel="Gevraagd aan mij">
            {verklaringen.filter((x) => x.gegeven_op === null).map((x) => (
              <Kaart titel={<Link href={`/mijn-verklaringen/${x.dossier_id}`}>Schrijf op wat je zag en hoorde</Link>} niveau={3} soort="nadruk"><Alinea>{x.door} vroeg je dit {opMoment(x.gevraagd_op, v.nu)}.</Alinea></Kaart>
            ))}
          </Deel>
        )}
        {groepen.map((g) => <Deel titel={g.titel}>{g.lijst.map((m) => <Meldingkaart m={m} v={v} />)}</Deel>)}
        {verklaringen.some((x) => x.gegeven_op !== null) && (
          <Deel titel="Mijn verklaringen">
            {verklaringen.filter((x) => x.gegeven_op !== null).map((x) => <Alinea><Link href={`/mijn-verklaringen/${x.dossier_id}`}>Verklaring aan {x.door}, gevraagd {opMoment(x.gevraagd_op, v.nu)}</Link></Alinea>)}
          </Deel>
        )}
        {meldingen.length === 0 && verklaringen.length === 0 && <LegeStaat titel="Je hebt nog niets gemeld" acties={<KnopLink href="/melden">Meld een incident</KnopLink>}><p>Is er iets gebeurd, ook iets kleins? Meld het. Dan kunnen we helpen.</p></LegeStaat>}
      </Stapel>
    ),
  };
}

type Tekstdelen = Record<string, unknown>;
const alsTekst = (bron: unknown, naam: string): string => {
  const w = (typeof bron === 'object' && bron !== null ? (bron as Tekstdelen)[naam] : undefined) ?? '';
  return typeof w === 'string' ? w : '';
};

/** One's own words back. */
function EigenWoorden({ m, v }: { m: EigenMelding; v: Verzoek }) {
  const kennis = alsTekst(m.veroorzaker, 'kennis');
  return (
    <Stapel ruimte="s">
      <Alinea zacht>{m.melder_id === v.sessie.actor.id ? 'Je' : m.melder} meldde dit {opMoment(m.ingediend_op, v.nu)}.</Alinea>
      {m.verhaal !== '' && <Citaat>{m.verhaal}</Citaat>}
      <DefinitieLijst items={ingevuld([
        { term: 'Wie het deed', waarde: [Object.hasOwn(veroorzakerkennis, kennis) ? veroorzakerkennis[kennis as keyof typeof veroorzakerkennis] : '', alsTekst(m.veroorzaker, 'naam')].filter(Boolean).join(': ') },
        { term: 'Herkenbaar aan', waarde: alsTekst(m.veroorzaker, 'omschrijving') },
        ...m.korteVragen.map((a) => ({ term: a.vraag, waarde: a.antwoord })),
        { term: 'Hoe het gaat', waarde: alsTekst(m.welzijn, 'hoeGaatHet') },
        { term: 'Aangifte', waarde: aangiftewensen[m.aangifte_wens] },
      ])} />
    </Stapel>
  );
}

function volgPagina(b: Volgbeeld & { dossier: NonNullable<Volgbeeld['dossier']> }, v: Verzoek): PaginaInhoud {
  const { dossier: d, zicht } = b;
  const pad = `/mijn-meldingen/${d.id}`;
  const titel = zicht === 'getuige' ? `Melding ${d.nummer}` : d.titel;
  const wanneer = d.voorval_precies === 'tijd' ? opMoment(d.voorval_op, v.nu) : dagTekst(dagVan(d.voorval_op), dagVan(v.nu));
  const wacht = b.nazorg.hulp.filter((h) => h.toestemming === 'gevraagd');
  return {
    titel, vorm: 'lezen', menu: '/mijn-meldingen',
    inhoud: (
      <Stapel>
        <Kruimels items={[kruimel]} />
        <PaginaKop titel={titel} inleiding={zicht === 'melder' && b.collega ? `Het gebeurde ${wanneer} en overkwam ${b.collega}. Melding ${d.nummer}.` : `Het gebeurde ${wanneer}. Melding ${d.nummer}.`} />
        {d.samengevoegd_in && <Melding soort="info" titel="Samengevoegd"><p>Dit gaat over dezelfde gebeurtenis als een andere melding. <Link href={`/mijn-meldingen/${d.samengevoegd_in}`}>Daar gaat het verder</Link>.</p></Melding>}
        {wacht.map((h) => <Melding soort="let-op" titel={`Wil je hulp van ${hulpsoorten[h.soort]}?`}><p>Jij beslist. Zonder jouw ja schakelen we niemand in. <Link href={`${pad}/hulp`}>Geef antwoord</Link></p></Melding>)}
        {b.verklaring && b.verklaring.gegeven_op === null && <Melding soort="let-op" titel="Je bent om een verklaring gevraagd"><p><Link href={`/mijn-verklaringen/${d.id}`}>Schrijf op wat je zag en hoorde</Link></p></Melding>}
        <Kaart titel="Zo staat het ervoor" soort="nadruk" icoon="lijst" acties={<>
          {b.mag('melding.aanvullen') && <KnopLink soort="secundair" icoon="plus" href={`${pad}/toevoegen`}>Iets toevoegen</KnopLink>}
          {b.mag('melding.spreken') && <KnopLink soort="secundair" icoon="gesprek" href={`${pad}/spreken`}>Ik wil iemand spreken</KnopLink>}
        </>}>
          <Stappen stappen={b.stappen} />
          {d.aanspreekpunt && zicht === 'slachtoffer' && <Alinea>Je vaste aanspreekpunt is {d.aanspreekpunt}.</Alinea>}
        </Kaart>
        {b.terugkoppelingen.length > 0 && (
          <Kaart titel="Wat we je lieten weten" icoon="gesprek">
            {b.terugkoppelingen.map((t) => <Citaat bron={`${t.door}, ${momentTekst(t.op, v.nu)}`}>{t.tekst}</Citaat>)}
          </Kaart>
        )}
        {b.nazorg.gesprekken.some((g) => g.inhoud !== null) && (
          <Kaart titel="Onze gesprekken" icoon="hart">
            <Alinea zacht>Alleen jij en wie met je sprak lezen dit.</Alinea>
            {b.nazorg.gesprekken.filter((g) => g.inhoud !== null).map((g) => <Uitklap titel={`${g.door}, ${momentTekst(g.op, v.nu)}`}><Citaat bron={g.door}>{g.inhoud}</Citaat></Uitklap>)}
          </Kaart>
        )}
        {(b.meldingen.length > 0 || b.aanvullingen.length > 0) && (
          <Kaart titel="Wat er gemeld is" icoon="brief">
            {b.meldingen.map((m) => <EigenWoorden m={m} v={v} />)}
            {b.aanvullingen.map((a) => <Citaat bron={`Jij, ${momentTekst(a.op, v.nu)}`}>{a.tekst}</Citaat>)}
          </Kaart>
        )}
        {b.bestanden.length > 0 && (
          <Kaart titel="Wat je toevoegde" icoon="bestand">
            <Bestandenlijst v={v} bestanden={b.bestanden} haal={(bestand) => `${pad}/bestanden/${bestand}`} vraagWeg={b.magWeg ? (bestand) => `${pad}/bestanden/${bestand.id}/weghalen` : undefined} />
          </Kaart>
        )}
        {b.weggehaald.length > 0 && <Kaart titel="Weggehaald" soort="stil"><Weggehaaldlijst v={v} lijst={b.weggehaald} /></Kaart>}
        {b.telefoon.opvang !== '' && <Kaart soort="stil" titel="Nu iemand spreken?" icoon="telefoon"><Alinea>Opvangteam: <Telefoon nummer={b.telefoon.opvang} /></Alinea></Kaart>}
      </Stapel>
    ),
  };
}

/** Who was asked for a statement and nothing more sees that, and no word of the matter. */
function alleenGevraagd(b: Volgbeeld): PaginaInhoud {
  return {
    titel: 'Jouw verklaring', vorm: 'lezen', menu: '/mijn-meldingen',
    inhoud: (
      <Stapel>
        <Kruimels items={[kruimel]} />
        <PaginaKop titel="Je bent om een verklaring gevraagd" inleiding={b.verklaring?.gegeven_op ? 'Je hebt je verklaring gegeven. Dank je.' : 'Schrijf in je eigen woorden op wat je zag en hoorde.'} />
        <Alinea><Link href={`/mijn-verklaringen/${b.dossierId}`}>Naar je verklaring</Link></Alinea>
      </Stapel>
    ),
  };
}

/** Registers the pages on which someone follows what he reported. */
export function mijnPaginas(site: Site): void {
  site.pagina('/mijn-meldingen', async (v) => lijstPagina(await v.vraag(mijnMeldingen, {}), v));
  site.pagina('/mijn-meldingen/:id', async (v) => {
    const id = v.id('id');
    const b = await v.vraag(volgMelding, { id });
    if (b.dossier === null) {
      if (b.verklaring === null) throw fout('niet-gevonden');
      return alleenGevraagd(b);
    }
    if (b.terugkoppelingen.some((t) => t.gelezenOp === null)) await v.voer(leesTerugkoppeling, { id });
    return volgPagina({ ...b, dossier: b.dossier }, v);
  });
}
