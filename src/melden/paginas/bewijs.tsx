import { fout } from '../../kern/fouten/index.ts';
import { Bestandenlijst, Bestandsvelden, toegevoegdTekst, verwerkUpload } from '../../dossier/index.ts';
import { Formulier, Kaart } from '../../ontwerp/index.ts';
import type { Bestanden } from '../../platform/bestanden/index.ts';
import { waarde, type PaginaInhoud, type Site, type Stand, type Verzoek } from '../../platform/http/index.ts';
import { haalBestandVanConcept, voegConceptbestandToe } from '../handelingen/concept.ts';
import { volgendeStap, vorigeStap } from '../regels/concept.ts';
import { conceptbeeld, type Conceptbeeld } from '../vragen/concept.ts';
import { STAPFORMULIER, stappagina, Stapknoppen, VELD_GA, verstuurdPagina } from './kader.tsx';
import { stappad } from './woorden.ts';

/** Step 4: what shows what happened. Chosen files are added by every button; nothing has to be. */
function bewijsPagina(v: Verzoek, beeld: Conceptbeeld, stand: Stand): PaginaInhoud {
  const { bestanden } = beeld;
  return stappagina({
    beeld, stap: 'bewijs', titel: 'Is er iets dat laat zien wat er gebeurde?', inleiding: 'Een foto, schermafdruk, e-mail of opname helpt later. Heb je niets? Ga dan gewoon verder. Toevoegen kan straks ook nog.',
    children: (
      <>
        {bestanden.length > 0 && (
          <Kaart titel={bestanden.length === 1 ? 'Je voegde dit toe' : `Je voegde ${bestanden.length} bestanden toe`}>
            <Bestandenlijst v={v} bestanden={bestanden} weg={(id) => stappad(beeld.id, `bestanden/${id}/weg`)} />
          </Kaart>
        )}
        <Formulier id={STAPFORMULIER} actie={stappad(beeld.id, 'bewijs')} {...stand} bestanden verplichtUitleg={false}>
          <Bestandsvelden stand={stand} kop={bestanden.length > 0 ? 'Kies nog meer' : undefined} />
          <Stapknoppen beeld={beeld} stap="bewijs" />
        </Formulier>
      </>
    ),
  });
}

/** Registers the step with files. */
export function bewijsstap(site: Site, bestanden: Bestanden): void {
  const laad = async (v: Verzoek): Promise<Conceptbeeld> => {
    const beeld = await v.vraag(conceptbeeld, { concept: v.id('id') });
    if (beeld.bewaardOp === null && beeld.verstuurd === null) throw fout('niet-gevonden');
    return beeld;
  };
  site.pagina('/melden/:id/bewijs', async (v) => {
    const beeld = await laad(v);
    return beeld.verstuurd ? verstuurdPagina(beeld.verstuurd) : bewijsPagina(v, beeld, v.stand());
  });
  site.ruw('POST', '/melden/:id/bewijs', async (v) => {
    const concept = v.id('id');
    const voor = await laad(v);
    if (voor.verstuurd) return verstuurdPagina(voor.verstuurd);
    const uit = await verwerkUpload(v, bestanden, (b, sleutel) => v.voer(voegConceptbestandToe, { ...b, concept }, sleutel));
    const ga = waarde(uit.velden, VELD_GA);
    // Whoever leaves is not held up by a file that was refused.
    if (ga === 'stop') return v.verder(stappad(concept, 'stoppen'));
    if (ga === 'terug') return v.verder(stappad(concept, vorigeStap(voor.soort, 'bewijs') ?? 'jij'));
    if (uit.fouten.length > 0) return { ...bewijsPagina(v, await laad(v), { ...v.stand(), fouten: uit.fouten }), status: 422, fout: true };
    // First back to the list, to see that it came in; with nothing chosen on to the next step.
    return uit.toegevoegd > 0 ? v.verder(stappad(concept, 'bewijs'), `${toegevoegdTekst(uit.toegevoegd)} Heb je nog iets? Kies het hieronder, of ga verder.`) : v.verder(stappad(concept, volgendeStap(voor.soort, 'bewijs')));
  });
  site.actie('/melden/:id/bestanden/:bestand/weg', {
    handeling: haalBestandVanConcept,
    invoer: (_, v) => ({ concept: v.id('id'), bestand: v.id('bestand') }),
    klaar: (r) => ({ naar: stappad(r.concept, 'bewijs'), bericht: 'Het bestand is weggehaald.' }),
  });
}
