import { Alinea, Kaart, KnopLink, Knoppen, Melding, Nood112, PaginaKop, Stapel, Stappen, Telefoon } from '../../ontwerp/index.ts';
import type { PaginaInhoud, Site, Verzoek } from '../../platform/http/index.ts';
import { fout } from '../../kern/fouten/index.ts';
import { beloftezin } from '../regels/stappen.ts';
import { volgMelding, type Volgbeeld } from '../vragen/volgen.ts';

/** "We hebben het": a person and a moment, what comes after, and whom to call now. */
function verstuurdPagina(b: Volgbeeld & { dossier: object }, v: Verzoek): PaginaInhoud {
  const { nummer } = b.dossier as NonNullable<Volgbeeld['dossier']>;
  const komt = b.stappen.filter((s) => s.staat !== 'klaar');
  return {
    titel: 'We hebben het', vorm: 'lezen', menu: '/melden',
    inhoud: (
      <Stapel>
        <Nood112 />
        <PaginaKop titel="Dank je. We hebben het." inleiding={`Melding ${nummer}`} />
        <Melding soort="succes" titel={beloftezin(b.belofte, b.collega, v.nu)}>
          {b.collega === null ? <p>Je krijgt ook een e-mail met een link naar je melding. In de mail zelf staat niet waar het over gaat.</p> : <p>{b.collega} krijgt een e-mail met een link. Daar staat hetzelfde.</p>}
        </Melding>
        {komt.length > 0 && <Kaart titel="Dit gebeurt er nu"><Stappen stappen={komt} /></Kaart>}
        {(b.telefoon.opvang !== '' || b.telefoon.beveiliging !== '') && (
          <Kaart titel="Nu iemand spreken?" icoon="telefoon">
            {b.telefoon.opvang !== '' && <Alinea>Opvangteam: <Telefoon nummer={b.telefoon.opvang} /></Alinea>}
            {b.telefoon.beveiliging !== '' && <Alinea>Beveiliging: <Telefoon nummer={b.telefoon.beveiliging} /></Alinea>}
          </Kaart>
        )}
        <Alinea>{b.collega === null ? 'Blijf niet alleen. Ga even naar een collega toe, of bel iemand die je vertrouwt.' : 'Het is goed dat je dit doorgaf. Wil je er zelf ook over praten? Bel dan gerust.'}</Alinea>
        <Knoppen>
          <KnopLink href={`/mijn-meldingen/${b.dossierId}`}>Bekijk je melding</KnopLink>
          <KnopLink soort="secundair" href={`/mijn-meldingen/${b.dossierId}/toevoegen`}>Voeg nog iets toe</KnopLink>
        </Knoppen>
      </Stapel>
    ),
  };
}

/** Registers the page someone sees after sending. */
export function verstuurdPaginas(site: Site): void {
  site.pagina('/melden/verstuurd/:id', async (v) => {
    const b = await v.vraag(volgMelding, { id: v.id('id') });
    if (b.dossier === null || b.zicht === 'getuige') throw fout('niet-gevonden');
    return verstuurdPagina({ ...b, dossier: b.dossier }, v);
  });
}
