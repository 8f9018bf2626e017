import type { ComponentChildren } from 'preact';
import type { Veldfout } from '../../kern/fouten/index.ts';
import { fout } from '../../kern/fouten/index.ts';
import { momentTekst } from '../../kern/tijd/index.ts';
import { kanalen } from '../../dossier/index.ts';
import { Alinea, Citaat, DefinitieLijst, Formulier, Kaart, Keuzes, Knop, KnopLink, Knoppen, Lijst, Link, Melding, Verborgen, VerborgenVeld, veld } from '../../ontwerp/index.ts';
import type { PaginaInhoud, Site, Stand, Velden, Verzoek } from '../../platform/http/index.ts';
import { dienMeldingIn, dienMeldingNamensIn } from '../handelingen/indienen.ts';
import { alsInvoer, eenVeld, kanaalVan, metVasteDag, nogFout, stapVanVeld, voorvalTekst, type Stap } from '../regels/concept.ts';
import { antwoorden, antwoordenInWoorden, vraagveld } from '../regels/kanaalvragen.ts';
import { aangiftewensen, bronnen, ELDERS, veroorzakerkennis } from '../regels/melding.ts';
import { nakijkbeeld, type Conceptbeeld } from '../vragen/concept.ts';
import type { MogelijkDezelfde } from '../vragen/dezelfde.ts';
import { stappagina, VELD_GA, verstuurdPagina } from './kader.tsx';
import { belkeuzes, gaatBuitenLeidinggevende, ingevuld, lezers, metWerkgever, stappad } from './woorden.ts';

type Gegevens = { beeld: Conceptbeeld; dezelfde: MogelijkDezelfde };

const woord = (woorden: Readonly<Record<string, string>>, code: string): string => (Object.hasOwn(woorden, code) ? (woorden[code] ?? '') : '');

/** The answers of one step with the way back to them. The card carries the place that the error summary points at. */
function Antwoorden({ beeld, stap, titel, fouten, children }: { beeld: Conceptbeeld; stap: Stap; titel: string; fouten: readonly Veldfout[]; children: ComponentChildren }) {
  return (
    <Kaart id={`veld-${stap}`} titel={titel} rechts={<Link href={stappad(beeld.id, stap)}>Wijzig<Verborgen> {titel.toLowerCase()}</Verborgen></Link>}>
      {fouten.length > 0 && <Melding soort="let-op"><Lijst items={fouten.map((f) => f.tekst)} /></Melding>}
      {children}
    </Kaart>
  );
}

function nakijkPagina({ beeld, dezelfde }: Gegevens, stand: Stand, v: Verzoek): PaginaInhoud {
  const { inhoud, voor } = beeld;
  const { velden } = inhoud;
  const een = (naam: string): string => eenVeld(velden, naam);
  // What is sent from here must be whole; what is not is told before the button, with the way to mend it.
  const open = stand.fouten.length > 0 ? stand.fouten : nogFout(beeld.soort, inhoud);
  const perStap = (stap: Stap): Veldfout[] => open.filter((f) => f.veld !== '' && stapVanVeld(f.veld) === stap);
  const eigenFouten = stand.fouten.map((f) => ({ ...f, veld: f.veld === '' || f.veld === 'zelfde' ? f.veld : stapVanVeld(f.veld) }));
  const kanaal = kanaalVan(velden);
  const waar = een('locatie') === ELDERS ? een('plek') : [beeld.locaties.find((l) => l.id === een('locatie'))?.naam ?? '', een('plek')].filter(Boolean).join(', ');
  const korteVragen = antwoordenInWoorden(kanaal, kanaal && antwoorden(kanaal, (code) => velden[vraagveld(kanaal, code)]));
  const naarWie = lezers(beeld, velden);
  return stappagina({
    beeld, stap: 'nakijken', titel: 'Klopt het zo?', inleiding: `Kijk het rustig na. Pas als je op ‘Verstuur’ drukt, gaat het naar ${naarWie}.`,
    children: (
      <>
        {open.length > 0 && stand.fouten.length === 0 && <Melding soort="let-op" titel="Er ontbreekt nog iets"><p>Hieronder staat wat. Met ‘Wijzig’ ga je er naartoe.</p></Melding>}
        {beeld.soort === 'namens' && (
          <Antwoorden beeld={beeld} stap="namens" titel="Voor wie" fouten={perStap('namens')}>
            <DefinitieLijst items={[{ term: 'Collega', waarde: voor ? metWerkgever(voor) : '' }, { term: 'Hoe je het hoorde', waarde: woord(bronnen, een('bron')) }, { term: 'Waarom je collega niet zelf meldt', waarde: een('namens_reden') }]} />
          </Antwoorden>
        )}
        <Antwoorden beeld={beeld} stap="wat" titel="Wat er gebeurde" fouten={perStap('wat')}>
          <DefinitieLijst onbekend="niet ingevuld" items={[
            { term: 'Wat', waarde: beeld.vormen.filter((x) => lijst(velden, 'vormen').includes(x.code)).map((x) => x.naam).join(', ') },
            { term: 'Wanneer', waarde: voorvalTekst(inhoud, v.nu) },
            { term: 'Waar', waarde: waar },
            { term: 'Hoe', waarde: kanaal ? kanalen[kanaal] : '' },
            ...(een('bijna') === 'ja' ? [{ term: 'Het ging nog net goed', waarde: 'Ja' }] : []),
          ]} />
          {een('verhaal') !== '' && <Citaat>{een('verhaal')}</Citaat>}
        </Antwoorden>
        <Antwoorden beeld={beeld} stap="wie" titel="Wie het deed" fouten={perStap('wie')}>
          <DefinitieLijst items={ingevuld([
            { term: 'Wat je weet', waarde: woord(veroorzakerkennis, een('veroorzaker')) || veroorzakerkennis.weet_niet },
            { term: 'Naam', waarde: een('veroorzaker_naam') },
            { term: 'Herkenbaar aan', waarde: een('veroorzaker_omschrijving') },
            ...korteVragen.map((a) => ({ term: a.vraag, waarde: a.antwoord })),
          ])} />
        </Antwoorden>
        <Antwoorden beeld={beeld} stap="jij" titel={voor ? 'Hoe het gaat' : 'Hoe het met je gaat'} fouten={perStap('jij')}>
          <DefinitieLijst items={ingevuld([
            { term: 'Bellen', waarde: belkeuzes(beeld, v.nu).find((k) => k.waarde === een('belwens'))?.label ?? 'Niet gekozen. We bellen altijd.' },
            { term: voor ? 'Wat je collega erover vertelde' : 'Wat je erover kwijt wilt', waarde: een('hoe_gaat_het') },
            { term: 'Aangifte', waarde: woord(aangiftewensen, een('aangifte_wens')) || aangiftewensen.weet_niet },
            { term: 'Wie het ziet', waarde: `${naarWie}${beeld.compartiment === 'ambtelijk' && gaatBuitenLeidinggevende(velden) ? '. De leidinggevende niet.' : ''}` },
          ])} />
        </Antwoorden>
        <Antwoorden beeld={beeld} stap="bewijs" titel="Bewijs" fouten={[]}>
          {beeld.bestanden.length === 0 ? <Alinea zacht>Geen bestanden. Je kunt ze later nog toevoegen.</Alinea> : <Lijst items={beeld.bestanden.map((b) => b.naam)} />}
        </Antwoorden>
        <Formulier actie={stappad(beeld.id, beeld.soort === 'namens' ? 'nakijken/namens' : 'nakijken')} {...stand} fouten={eigenFouten} verplichtUitleg={false}>
          {Object.entries(metVasteDag(inhoud)).flatMap(([naam, w]) => (Array.isArray(w) ? w : [w]).map((x) => <VerborgenVeld naam={naam} waarde={x} />))}
          <Dezelfde dezelfde={dezelfde} stand={stand} v={v} />
          <Knoppen>
            <Knop naam={VELD_GA} waarde="verder" icoon="verstuur" breed>Verstuur</Knop>
            <KnopLink soort="secundair" href={stappad(beeld.id, 'bewijs')} breed>Vorige</KnopLink>
            <KnopLink soort="rustig" href={stappad(beeld.id, 'stoppen')} breed>Bewaar en ga later verder</KnopLink>
          </Knoppen>
        </Formulier>
      </>
    ),
  });
}

function lijst(velden: Velden, naam: string): readonly string[] {
  const w = velden[naam];
  return Array.isArray(w) ? w : w === undefined || w === '' ? [] : [w];
}

/** A question only when something of nearly the same place and time is there. Of a colleague's report nothing more is told. */
function Dezelfde({ dezelfde: { eigen, vanCollega }, stand, v }: { dezelfde: MogelijkDezelfde; stand: Stand; v: Verzoek }) {
  if (eigen.length === 0 && !vanCollega) return null;
  return (
    <Keuzes {...veld(stand, 'zelfde')} label="Gaat dit over dezelfde gebeurtenis?" uitleg="Er is al een melding over deze plek rond deze tijd. Ook dan is jouw verhaal belangrijk: verstuur het gerust."
      opties={[
        ...eigen.map((d) => ({ waarde: d.id, label: `Ja, dezelfde als mijn melding ‘${d.titel}’`, uitleg: momentTekst(d.op, v.nu) })),
        ...(vanCollega ? [{ waarde: 'ja', label: 'Ja, dit is dezelfde gebeurtenis', uitleg: 'Als een collega het al meldde. Wie, dat zeggen we niet.' }] : []),
        { waarde: '', label: 'Nee, of dat weet ik niet' },
      ]} />
  );
}

/** Registers looking it over and sending it. */
export function nakijkstap(site: Site): void {
  const laad = async (v: Verzoek): Promise<Gegevens> => {
    const g = await v.vraag(nakijkbeeld, { concept: v.id('id') });
    if (g.beeld.bewaardOp === null && g.beeld.verstuurd === null) throw fout('niet-gevonden');
    return g;
  };
  const toon = (g: Gegevens, stand: Stand, v: Verzoek): PaginaInhoud => (g.beeld.verstuurd ? verstuurdPagina(g.beeld.verstuurd) : nakijkPagina(g, stand, v));
  const klaar = (r: { dossierId: string }) => ({ naar: `/melden/verstuurd/${r.dossierId}` });
  // The form carries the answers as they were looked at: what is sent is what was on the page.
  const invoer = (velden: Velden, v: Verzoek) => ({ ...alsInvoer({ velden, gezegdOp: null }), concept: v.id('id') });
  // Both are looked over on the first page; its form goes to the act of its kind.
  site.formulier('/melden/:id/nakijken', { handeling: dienMeldingIn, laad, invoer, toon, klaar });
  site.formulier('/melden/:id/nakijken/namens', { handeling: dienMeldingNamensIn, laad, invoer, toon, klaar });
}
