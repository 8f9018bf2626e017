import { momentTekst } from '../../kern/tijd/index.ts';
import { fout } from '../../kern/fouten/index.ts';
import { nieuwId } from '../../kern/ids.ts';
import { ActieFormulier, Alinea, DefinitieLijst, Kaart, Knop, KnopLink, Knoppen, Link, Melding, Nood112, PaginaKop, Stapel, Verborgen, Telefoon } from '../../ontwerp/index.ts';
import type { PaginaInhoud, Site, Verzoek } from '../../platform/http/index.ts';
import { gooiConceptWeg } from '../handelingen/concept.ts';
import { BEWAARDAGEN, waarGebleven } from '../regels/concept.ts';
import { conceptbeeld, melddeur, type Aanspreekbaar, type Melddeur } from '../vragen/concept.ts';
import { beginvelden, watPagina } from './invullen.tsx';
import { verstuurdPagina } from './kader.tsx';
import { opsomming, stappad } from './woorden.ts';

function nummerOf(wie: Aanspreekbaar) {
  return wie.telefoon === '' ? '' : <Telefoon nummer={wie.telefoon} />;
}

/** In a department that does not report itself yet: who does, and how to reach them (functies A5). */
function eenAnderPagina({ meldenVoor: { leidinggevende, centraal }, telefoon }: Melddeur, v: Verzoek): PaginaInhoud {
  const mensen = [...(leidinggevende ? [{ term: `${leidinggevende.naam} (je leidinggevende)`, waarde: nummerOf(leidinggevende) }] : []), ...centraal.map((p) => ({ term: `${p.naam} (centrale melder)`, waarde: nummerOf(p) }))];
  return {
    titel: 'Melden', vorm: 'lezen', menu: '/melden',
    inhoud: (
      <Stapel>
        <Nood112 />
        <PaginaKop titel="Is er iets gebeurd? Vertel het" inleiding="In jouw onderdeel vult een ander de melding voor je in. Bel een van deze collega’s. Jij vertelt, de ander schrijft het op." />
        <Kaart titel="Bel of loop langs" icoon="telefoon">
          <DefinitieLijst onbekend="geen nummer bekend" items={[...mensen, ...(telefoon.opvang === '' ? [] : [{ term: 'Opvangteam, om je verhaal kwijt te kunnen', waarde: <Telefoon nummer={telefoon.opvang} /> }])]} />
        </Kaart>
        <Alinea>Je ziet je melding daarna zelf bij <Link href="/mijn-meldingen">Mijn meldingen</Link>. Daar staat ook wie je belt en wanneer.</Alinea>
        {v.mag('melding.namens') && <Knoppen><KnopLink soort="secundair" href="/melden/namens">Meld voor een collega</KnopLink></Knoppen>}
      </Stapel>
    ),
  };
}

/** What someone left half filled in: go on, throw it away, or begin another. */
function gebleven({ concepten }: Melddeur, v: Verzoek): PaginaInhoud {
  return {
    titel: 'Melden', vorm: 'lezen', menu: '/melden',
    inhoud: (
      <Stapel>
        <Nood112 />
        <PaginaKop titel="Je was hier gebleven" inleiding="Wat je had ingevuld staat er nog. Er is nog niets verstuurd." />
        {concepten.map((c) => (
          <Kaart titel={c.vormen.length > 0 ? opsomming(c.vormen) : 'Je melding'} soort="nadruk" icoon="potlood"
            acties={<>
              <KnopLink href={stappad(c.id, c.verder)}>Ga verder<Verborgen> met {opsomming(c.vormen) || 'je melding'}</Verborgen></KnopLink>
              <KnopLink soort="rustig" href={stappad(c.id, 'weggooien')}>Gooi weg<Verborgen>: {opsomming(c.vormen) || 'je melding'}</Verborgen></KnopLink>
            </>}>
            {c.voor && <Alinea>Voor {c.voor}.</Alinea>}
            <Alinea>Bewaard {momentTekst(c.bewaardOp, v.nu)}. Alleen jij ziet dit.</Alinea>
          </Kaart>
        ))}
        <Knoppen>
          <KnopLink soort="secundair" href="/melden/nieuw">Meld iets anders</KnopLink>
          {v.mag('melding.namens') && <KnopLink soort="rustig" href="/melden/namens">Meld voor een collega</KnopLink>}
        </Knoppen>
        <Alinea klein zacht>Een melding die je niet verstuurt, verdwijnt {BEWAARDAGEN} dagen nadat je er het laatst aan schreef.</Alinea>
      </Stapel>
    ),
  };
}

/** Registers where reporting begins and where it is left. */
export function startPaginas(site: Site): void {
  const leegFormulier = async (v: Verzoek): Promise<PaginaInhoud> => {
    const beeld = await v.vraag(conceptbeeld, { concept: nieuwId(v.nu.epochMilliseconds) });
    const pagina = watPagina(beeld, v.stand(beginvelden(beeld, v)));
    if (!v.mag('melding.namens')) return pagina;
    return { ...pagina, inhoud: <Stapel>{pagina.inhoud}<Alinea>Overkwam het een collega? <Link href="/melden/namens">Meld voor een collega</Link></Alinea></Stapel> };
  };
  site.pagina('/melden', async (v) => {
    const deur = await v.vraag(melddeur, {});
    if (!deur.zelf && deur.concepten.length === 0) return eenAnderPagina(deur, v);
    return deur.concepten.length > 0 ? gebleven(deur, v) : leegFormulier(v);
  });
  site.pagina('/melden/nieuw', async (v) => {
    const deur = await v.vraag(melddeur, {});
    return deur.zelf ? leegFormulier(v) : eenAnderPagina(deur, v);
  });

  site.pagina('/melden/:id/stoppen', async (v) => {
    const beeld = await v.vraag(conceptbeeld, { concept: v.id('id') });
    if (beeld.verstuurd) return verstuurdPagina(beeld.verstuurd);
    const bewaard = beeld.bewaardOp !== null;
    return {
      titel: 'Gestopt', vorm: 'lezen', menu: '/melden',
      inhoud: (
        <Stapel>
          <Nood112 />
          <PaginaKop titel={bewaard ? 'Je melding is bewaard' : 'Je bent gestopt'} inleiding={bewaard ? 'Er is nog niets verstuurd. Je kunt verder wanneer je wilt, ook op een ander apparaat.' : 'Er is niets bewaard en niets verstuurd.'} />
          {bewaard && <Alinea>Alleen jij ziet wat je invulde. Na {BEWAARDAGEN} dagen zonder wijziging verdwijnt het.</Alinea>}
          {beeld.opvang !== '' && <Melding soort="info" titel="Wil je eerst iemand spreken?"><p>Bel het opvangteam: <Telefoon nummer={beeld.opvang} /></p></Melding>}
          <Knoppen>
            <KnopLink href={bewaard ? stappad(beeld.id, waarGebleven(beeld.soort, beeld.inhoud)) : '/melden'}>{bewaard ? 'Ga nu toch verder' : 'Terug naar melden'}</KnopLink>
            {bewaard && <KnopLink soort="rustig" href={stappad(beeld.id, 'weggooien')}>Gooi weg</KnopLink>}
          </Knoppen>
        </Stapel>
      ),
    };
  });

  site.pagina('/melden/:id/weggooien', async (v) => {
    const beeld = await v.vraag(conceptbeeld, { concept: v.id('id') });
    if (beeld.bewaardOp === null) throw fout('niet-gevonden');
    const stand = v.stand();
    const aantal = beeld.bestanden.length;
    return {
      titel: 'Melding weggooien', vorm: 'lezen', menu: '/melden',
      inhoud: (
        <Stapel>
          <Nood112 />
          <PaginaKop titel="Gooi je deze melding weg?" inleiding={`Wat je invulde verdwijnt${aantal === 0 ? '' : aantal === 1 ? ', met het bestand dat je toevoegde' : `, met de ${aantal} bestanden die je toevoegde`}. Dat kun je niet terugdraaien. Niemand krijgt er bericht van.`} />
          <ActieFormulier actie={stappad(beeld.id, 'weggooien')} csrf={stand.csrf} sleutel={stand.sleutel}>
            <Knoppen>
              <Knop soort="gevaar">Gooi weg</Knop>
              <KnopLink soort="secundair" href="/melden">Bewaar haar toch</KnopLink>
            </Knoppen>
          </ActieFormulier>
        </Stapel>
      ),
    };
  });
  site.actie('/melden/:id/weggooien', { handeling: gooiConceptWeg, invoer: (_, v) => ({ concept: v.id('id') }), klaar: () => ({ naar: '/melden', bericht: 'Weggegooid. Er is niets verstuurd.' }) });
}
