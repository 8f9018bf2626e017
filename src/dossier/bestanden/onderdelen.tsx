import type { ComponentChildren } from 'preact';
import { momentTekst } from '../../kern/tijd/index.ts';
import { ActieFormulier, Alinea, BestandVeld, Formulier, Icoon, Knop, KnopLink, Knoppen, Link, Merk, TekstGebied, veld, Verborgen, type IcoonNaam } from '../../ontwerp/index.ts';
import { bestandssoorten } from '../../platform/bestanden/index.ts';
import type { Stand, Verzoek } from '../../platform/http/index.ts';
import { BEDENKTIJD_DAGEN, grootteTekst, MEEST_BESTANDEN, MEEST_MB, scanwoorden, waaromNiet } from './regels.ts';
import { VELD_BESTANDEN } from './upload.ts';
import type { Bestandsregel, Weggehaald } from './vragen.ts';

const ACCEPTEER = [...new Set(Object.values(bestandssoorten).flatMap((s) => [s.mediatype, ...s.extensies.map((e) => `.${e}`)]))].join(',');

function icoonVan(mediatype: string): IcoonNaam {
  if (mediatype.startsWith('image/')) return 'foto';
  if (mediatype.startsWith('audio/')) return 'geluid';
  return 'bestand';
}

interface LijstProps {
  v: Verzoek;
  bestanden: readonly Bestandsregel[];
  /** Address to fetch a file; without it names are only shown. */
  haal?(id: string): string;
  /** Address to take a file off again. */
  weg?(id: string): string;
  /** Address where is asked whether a file must go; null when he may not. */
  vraagWeg?(b: Bestandsregel): string | null;
  /** Says who added each. */
  metWie?: boolean;
}

/** Files with how far the check for viruses is; a name is a link only when the file can be fetched. */
export function Bestandenlijst({ v, bestanden, haal, weg, vraagWeg, metWie }: LijstProps) {
  const stand = v.stand();
  return (
    <ul class="rd-stukken">
      {bestanden.map((b) => {
        const open = haal !== undefined && waaromNiet(b, b.demo) === null;
        const vraag = vraagWeg?.(b) ?? null;
        return (
          <li class="rd-stukken__stuk">
            <Icoon naam={icoonVan(b.mediatype)} />
            <div class="rd-stukken__wat">
              <p class="rd-stukken__naam">{open ? <Link href={haal(b.id)}><Verborgen>Download </Verborgen>{b.naam}</Link> : b.naam}</p>
              <p class="rd-stukken__bij">
                {grootteTekst(b.grootte)} · {b.scan === 'besmet' ? <Merk soort="ernstig">{scanwoorden.besmet}</Merk> : scanwoorden[b.scan]}
                {metWie && <> · {b.door}, {momentTekst(b.op, v.nu)}</>}
              </p>
            </div>
            {vraag !== null && <KnopLink soort="rustig" icoon="prullenbak" href={vraag}>Haal weg<Verborgen>: {b.naam}</Verborgen></KnopLink>}
            {weg && (
              <ActieFormulier actie={weg(b.id)} csrf={stand.csrf} sleutel={stand.sleutel}>
                <Knop soort="rustig" icoon="prullenbak">Haal weg<Verborgen>: {b.naam}</Verborgen></Knop>
              </ActieFormulier>
            )}
          </li>
        );
      })}
    </ul>
  );
}

interface WeggehaaldProps {
  v: Verzoek;
  lijst: readonly Weggehaald[];
  /** Address to put a file back; without it nobody can. */
  terug?(id: string): string;
}

/** What was taken out: by whom and why, and whether it can come back. */
export function Weggehaaldlijst({ v, lijst, terug }: WeggehaaldProps) {
  const stand = v.stand();
  return (
    <ul class="rd-stukken">
      {lijst.map((b) => (
        <li class="rd-stukken__stuk">
          <Icoon naam="prullenbak" />
          <div class="rd-stukken__wat">
            <p class="rd-stukken__naam">{b.naam}</p>
            <p class="rd-stukken__bij">Weggehaald door {b.wegDoorId === v.sessie.actor.id ? 'jou' : b.door}, {momentTekst(b.op, v.nu)}, met als reden: {b.reden}</p>
            <p class="rd-stukken__bij">{b.gewistOp === null ? `Wordt gewist ${momentTekst(b.op.add({ hours: BEDENKTIJD_DAGEN * 24 }), v.nu)}.` : `Gewist ${momentTekst(b.gewistOp, v.nu)}.`}</p>
          </div>
          {terug && b.gewistOp === null && (
            <ActieFormulier actie={terug(b.id)} csrf={stand.csrf} sleutel={stand.sleutel}>
              <Knop soort="rustig">Zet terug<Verborgen>: {b.naam}</Verborgen></Knop>
            </ActieFormulier>
          )}
        </li>
      ))}
    </ul>
  );
}

/** Asks whether a file must go, and why. The same for who handles the dossier and for who added it. */
export function WegFormulier({ b, stand, actie, terug }: { b: Bestandsregel; stand: Stand; actie: string; terug: string }) {
  return (
    <Formulier actie={actie} {...stand} verplichtUitleg={false}>
      <Alinea>Het gaat om <strong>{b.naam}</strong>, toegevoegd door {b.door}. Niemand kan het daarna nog zien of ophalen. Na {BEDENKTIJD_DAGEN} dagen wissen we het. Tot dan kan de Adviseur-VPD of de griffier het terugzetten.</Alinea>
      <Alinea zacht>In het journaal blijft staan dat het er was, met de digitale vingerafdruk.</Alinea>
      <TekstGebied {...veld(stand, 'reden')} label="Waarom moet het weg?" verplicht uitleg="Bijvoorbeeld ‘verkeerde schermafdruk, van iemand anders’. Noem geen namen. Wie het bestand toevoegde, leest dit ook." regels={3} max={1_000} />
      <Knoppen>
        <Knop soort="gevaar">Haal weg</Knop>
        <KnopLink soort="secundair" href={terug}>Laat staan</KnopLink>
      </Knoppen>
    </Formulier>
  );
}

/** The fields to choose files and to record a voice memo; the form around them is sent as multipart. */
export function Bestandsvelden({ stand, kop }: { stand: Stand; kop?: ComponentChildren }) {
  const fout = stand.fouten.find((f) => f.veld === VELD_BESTANDEN)?.tekst;
  return (
    <>
      <BestandVeld naam={VELD_BESTANDEN} label={kop ?? 'Kies foto’s, schermafdrukken of andere bestanden'} meerdere accepteer={ACCEPTEER} fout={fout} uitleg={`Hoogstens ${MEEST_BESTANDEN} tegelijk, elk tot ${MEEST_MB} MB. Plaats en toestel halen we uit de kopie die anderen zien.`} />
      <BestandVeld naam="geluid" label="Of spreek iets in" accepteer="audio/*" opname uitleg="Op je telefoon opent dit de geluidsrecorder. Op een computer kies je een opname." />
      {stand.fouten.length > 0 && <Alinea klein zacht>Kies een bestand dat niet mee kon opnieuw. Wat wel mee kon, is bewaard.</Alinea>}
    </>
  );
}
