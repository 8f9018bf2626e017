import { datumTijdTekst } from '../../kern/tijd/index.ts';
import { actornaam, handelingwoord, Uitkomst } from '../../inrichting/index.ts';
import { Alinea, Kruimels, PaginaKop, Stapel, Tabel, Tabs } from '../../ontwerp/index.ts';
import type { PaginaInhoud, Verzoek } from '../../platform/http/index.ts';
import { dossierJournaal, MEEST_REGELS } from '../journaal.ts';
import { dossierTabs, type Dossiertab } from './dossier.tsx';

export const JOURNAALTAB: Dossiertab = { pad: '/journaal', tekst: 'Journaal', handeling: 'dossier.journaal' };

/** Who opened and changed a dossier, for who is responsible for it. */
export async function journaalPagina(v: Verzoek, tabs: readonly Dossiertab[]): Promise<PaginaInhoud> {
  const { dossier: d, regels, namen } = await v.vraag(dossierJournaal, { id: v.id('id') });
  return {
    titel: `Journaal (${d.nummer})`, menu: '/dossiers',
    inhoud: (
      <Stapel>
        <Kruimels items={[{ tekst: 'Dossiers', href: '/dossiers' }]} />
        <PaginaKop titel={d.titel} inleiding={`Wie ${d.nummer} opende en wijzigde. Regels kan niemand weghalen.`} />
        <Tabs label="Onderdelen van dit dossier" tabs={dossierTabs(d.id, JOURNAALTAB.pad, tabs, () => true)} />
        <Tabel
          bijschrift="Journaal van dit dossier, het nieuwste eerst" bijschriftVerborgen rijen={regels}
          kolommen={[
            { kop: 'Wat', rijkop: true, cel: (r) => handelingwoord(r.handeling) },
            { kop: 'Wanneer', cel: (r) => <time dateTime={r.tijd.toString()}>{datumTijdTekst(r.tijd)}</time> },
            { kop: 'Wie', cel: (r) => actornaam(r.actor, namen) },
            { kop: 'Uitkomst', cel: (r) => <Uitkomst resultaat={r.resultaat} /> },
          ]}
        />
        {regels.length === MEEST_REGELS && <Alinea klein zacht>Dit zijn de laatste {MEEST_REGELS} regels. Oudere ziet de functionaris gegevensbescherming.</Alinea>}
      </Stapel>
    ),
  };
}
