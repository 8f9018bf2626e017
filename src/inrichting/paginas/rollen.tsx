import { Alinea, DefinitieLijst, Formulier, Kaart, Keuzes, KnopLink, Link, Merk, Stapel, Tabel, veld } from '../../ontwerp/index.ts';
import { type PaginaInhoud, type Site, type Stand, type Verzoek } from '../../platform/http/index.ts';
import { rolnamen, type Compartiment } from '../../kern/rechten/index.ts';
import { fout } from '../../kern/fouten/index.ts';
import { dagVan, datumTekst } from '../../kern/tijd/index.ts';
import { geefPolitiekeRol, geefRol, trekPolitiekeRolIn, trekRolIn } from '../handelingen/rollen.ts';
import { CollegaVeld, collegaOpties } from '../kiescollega.tsx';
import { isGriffier, rollenIn } from '../regels/rollen.ts';
import { compartimentnamen, roluitleg } from '../regels/woorden.ts';
import { rollenLijst, toekenning, type Toekenning } from '../vragen/rollen.ts';
import { BEGIN, Bewaar, Gevolgen, kader, MENU, vereis } from './gedeeld.tsx';

const PAD = `${MENU}/rollen`;
const KRUIMELS = [BEGIN, { tekst: 'Rollen', href: PAD }];

export function rollenPaginas(site: Site): void {
  site.pagina(PAD, async (v) => {
    const alle = await v.vraag(rollenLijst, {});
    const griffier = isGriffier(v.sessie.actor);
    const beheert = v.mag('inrichting.rollen');
    return kader({
      titel: 'Rollen', inleiding: 'Wie een rol heeft, mag meer dan anderen. Leiding geven is geen rol: dat stel je in bij het onderdeel.',
      acties: beheert || griffier ? <>{beheert && <KnopLink icoon="plus" href={`${PAD}/nieuw`}>Geef een rol</KnopLink>}{griffier && <KnopLink icoon="plus" href={`${PAD}/politiek/nieuw`}>Geef een rol bij politieke ambtsdragers</KnopLink>}</> : undefined,
    }, (
      <Stapel>
        {(['ambtelijk', 'politiek'] as const).map((c) => (c === 'politiek' && !griffier ? null : <Compartimentrollen compartiment={c} rijen={alle.filter((t) => (t.politiek ? 'politiek' : 'ambtelijk') === c)} />))}
        {!griffier && <Alinea klein zacht>De rollen bij politieke ambtsdragers ziet en geeft alleen de griffier.</Alinea>}
        <Alinea klein zacht>Wat elke rol precies mag, staat bij <Link href="/wie-mag-wat">Wie mag wat</Link>.</Alinea>
      </Stapel>
    ));
  });

  const nieuw = (compartiment: Compartiment, pad: string, handeling: typeof geefRol) => site.formulier(pad, {
    handeling,
    laad: async (v: Verzoek) => {
      if (compartiment === 'ambtelijk') vereis(v, 'inrichting.rollen');
      else if (!isGriffier(v.sessie.actor)) throw fout('niet-gevonden');
    },
    toon: async (_, stand: Stand, v: Verzoek) => kader({ titel: compartiment === 'ambtelijk' ? 'Geef een rol' : 'Geef een rol bij politieke ambtsdragers', kruimels: KRUIMELS, inleiding: 'De rol geldt meteen, ook als de collega al is ingelogd.' },
      <Formulier actie={pad} {...stand}>
        <CollegaVeld label="Aan wie?" verplicht stand={stand} opties={await collegaOpties(v, stand)} />
        <Keuzes {...veld(stand, 'rol')} label="Welke rol?" verplicht opties={rollenIn[compartiment].map((r) => ({ waarde: r, label: rolnamen[r], uitleg: roluitleg[r] }))} />
        <Bewaar tekst="Geef de rol" terug={PAD} />
      </Formulier>),
    klaar: () => ({ naar: PAD, bericht: 'De rol is gegeven.' }),
  });
  nieuw('ambtelijk', `${PAD}/nieuw`, geefRol);
  nieuw('politiek', `${PAD}/politiek/nieuw`, geefPolitiekeRol);

  const intrekken = (politiek: boolean, pad: string, handeling: typeof trekRolIn) => site.formulier(pad, {
    handeling,
    laad: async (v: Verzoek) => {
      const t = await v.vraag(toekenning, { id: v.id('id') });
      if (t.politiek !== politiek) throw fout('niet-gevonden');
      return t;
    },
    toon: (t, stand) => intrekPagina(t, stand, pad.replace(':id', t.id)),
    klaar: () => ({ naar: PAD, bericht: 'De rol is ingetrokken.' }),
  });
  intrekken(false, `${PAD}/:id`, trekRolIn);
  intrekken(true, `${PAD}/politiek/:id`, trekPolitiekeRolIn);
}

function Compartimentrollen({ compartiment, rijen }: { compartiment: Compartiment; rijen: readonly Toekenning[] }) {
  return (
    <Kaart titel={compartimentnamen[compartiment]}>
      <Tabel
        bijschrift={`Rollen: ${compartimentnamen[compartiment]}`} bijschriftVerborgen rijen={[...rijen].sort((a, b) => rolnamen[a.rol].localeCompare(rolnamen[b.rol], 'nl'))}
        leeg={<Alinea>Niemand heeft hier een rol.</Alinea>}
        kolommen={[
          { kop: 'Wie', rijkop: true, cel: (t) => t.naam },
          { kop: 'Rol', cel: (t) => <>{rolnamen[t.rol]}{compartiment === 'politiek' && t.compartiment === 'ambtelijk' && <> <Merk>ambtelijk</Merk></>}</> },
          { kop: 'Onderdeel', cel: (t) => t.onderdeel },
          { kop: 'Sinds', cel: (t) => datumTekst(dagVan(t.sinds)) },
          { kop: 'Gegeven door', cel: (t) => (t.bron === 'aanmelding' ? 'het inlogsysteem' : (t.door ?? 'bij de start')) },
          ...(rijen.some((t) => t.magIntrekken) ? [{ kop: 'Wijzigen', cel: (t: Toekenning) => (t.magIntrekken ? <Link href={`${PAD}/${t.politiek ? 'politiek/' : ''}${t.id}`}>Trek in<span class="ams-visually-hidden">: {rolnamen[t.rol]} van {t.naam}</span></Link> : <span class="rd-zacht">{'\u2013'}</span>) }] : []),
        ]}
      />
    </Kaart>
  );
}

function intrekPagina(t: Toekenning, stand: Stand, actie: string): PaginaInhoud {
  return kader({ titel: `${rolnamen[t.rol]} intrekken bij ${t.naam}`, kruimels: KRUIMELS },
    <Stapel>
      <DefinitieLijst items={[{ term: 'Rol', waarde: roluitleg[t.rol] }, { term: 'Sinds', waarde: datumTekst(dagVan(t.sinds)) }, { term: 'Onderdeel', waarde: t.onderdeel }]} />
      <Gevolgen items={[
        `${t.naam} ziet meteen niet meer wat bij deze rol hoort.`,
        ...(t.rol === 'adviseur' || t.rol === 'griffier' ? ['Termijnen die op deze collega wachten, gaan niet vanzelf over. Spreek af wie ze overneemt.'] : []),
        ...(t.bron === 'aanmelding' ? ['Deze rol komt uit het inlogsysteem. Zij komt terug bij de volgende keer inloggen, tenzij zij ook daar wordt weggehaald.'] : []),
        'Je kunt de rol later opnieuw geven.',
      ]} />
      <Formulier actie={actie} {...stand} verplichtUitleg={false}>
        <Bewaar tekst="Trek de rol in" terug={PAD} />
      </Formulier>
    </Stapel>);
}
