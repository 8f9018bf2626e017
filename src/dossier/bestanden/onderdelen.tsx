import type { ComponentChildren } from 'preact';
import { momentTekst } from '../../kern/tijd/index.ts';
import { ActieFormulier, Alinea, BestandVeld, Icoon, Knop, Link, Merk, Verborgen, type IcoonNaam } from '../../ontwerp/index.ts';
import { bestandssoorten } from '../../platform/bestanden/index.ts';
import type { Stand, Verzoek } from '../../platform/http/index.ts';
import { grootteTekst, MEEST_BESTANDEN, MEEST_MB, scanwoorden, waaromNiet } from './regels.ts';
import { VELD_BESTANDEN } from './upload.ts';
import type { Bestandsregel } from './vragen.ts';

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
  /** Says who added each. */
  metWie?: boolean;
}

/** Files with how far the check for viruses is; a name is a link only when the file can be fetched. */
export function Bestandenlijst({ v, bestanden, haal, weg, metWie }: LijstProps) {
  const stand = v.stand();
  return (
    <ul class="rd-stukken">
      {bestanden.map((b) => {
        const open = haal !== undefined && waaromNiet(b, b.demo) === null;
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
