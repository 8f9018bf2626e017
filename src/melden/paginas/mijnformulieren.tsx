import { Temporal } from 'temporal-polyfill';
import { Bestandsvelden, haalBestandWeg, haalEigenBestand, stuurBestand, toegevoegdTekst, verwerkUpload, voegBestandToe, WEGGEHAALD, WegFormulier } from '../../dossier/index.ts';
import { fout } from '../../kern/fouten/index.ts';
import { Alinea, Formulier, Kaart, Keuzes, Knop, KnopLink, Knoppen, Kruimels, Nood112, PaginaKop, Stapel, TekstGebied, Telefoon, veld } from '../../ontwerp/index.ts';
import type { Bestanden } from '../../platform/bestanden/index.ts';
import type { PaginaInhoud, Site, Stand, Verzoek } from '../../platform/http/index.ts';
import { vraagGesprek, vulMeldingAan } from '../handelingen/volgen.ts';
import { beloftezin } from '../regels/stappen.ts';
import { volgMelding, type Volgbeeld } from '../vragen/volgen.ts';
import { opsomming } from './woorden.ts';

type Beeld = Volgbeeld & { dossier: NonNullable<Volgbeeld['dossier']> };

/** A report as it may be followed, when this act is allowed in it. */
function laad(h: 'melding.aanvullen' | 'melding.spreken') {
  return async (v: Verzoek): Promise<Beeld> => {
    const b = await v.vraag(volgMelding, { id: v.id('id') });
    if (b.dossier === null || !b.mag(h)) throw fout('niet-gevonden');
    return { ...b, dossier: b.dossier };
  };
}

function kruimels(b: Beeld) {
  return <Kruimels items={[{ tekst: 'Mijn meldingen', href: '/mijn-meldingen' }, { tekst: b.zicht === 'getuige' ? `Melding ${b.dossier.nummer}` : b.dossier.titel, href: `/mijn-meldingen/${b.dossierId}` }]} />;
}

function toevoegPagina(b: Beeld, stand: Stand, bestandstand: Stand): PaginaInhoud {
  const pad = `/mijn-meldingen/${b.dossierId}`;
  return {
    titel: 'Iets toevoegen', vorm: 'lezen', menu: '/mijn-meldingen',
    inhoud: (
      <Stapel>
        {kruimels(b)}
        <Nood112 />
        <PaginaKop titel="Wil je iets toevoegen?" inleiding="Is je iets te binnen geschoten, of is er weer iets gebeurd? Schrijf het op. Wie je melding behandelt krijgt bericht." />
        <Kaart titel="In woorden" icoon="potlood">
          <Formulier actie={`${pad}/toevoegen`} {...stand} label="In woorden">
            <TekstGebied {...veld(stand, 'tekst')} label="Wat wil je toevoegen?" verplicht uitleg="Je kunt dit later niet meer wijzigen." max={20_000} />
            <Knoppen><Knop>Voeg toe</Knop><KnopLink soort="rustig" href={pad}>Terug</KnopLink></Knoppen>
          </Formulier>
        </Kaart>
        {b.mag('bestand.toevoegen') && (
          <Kaart titel="Met een bestand" icoon="upload">
            <Formulier actie={`${pad}/bestanden`} {...bestandstand} bestanden label="Met een bestand" verplichtUitleg={false}>
              <Bestandsvelden stand={bestandstand} />
              <Knoppen><Knop soort="secundair">Voeg bestand toe</Knop></Knoppen>
            </Formulier>
          </Kaart>
        )}
      </Stapel>
    ),
  };
}

function spreekPagina(b: Beeld, stand: Stand, v: Verzoek): PaginaInhoud {
  const pad = `/mijn-meldingen/${b.dossierId}`;
  const vast = b.zicht !== 'melder' && (b.dossier.aanspreekpunt ?? b.belofte?.door ?? null);
  return {
    titel: 'Ik wil iemand spreken', vorm: 'lezen', menu: '/mijn-meldingen',
    inhoud: (
      <Stapel>
        {kruimels(b)}
        <Nood112 />
        <PaginaKop titel="Wil je iemand spreken?" inleiding="Dat mag altijd, ook als het al een tijd geleden is. We bellen je." />
        {b.belofte && b.zicht !== 'melder' && <Alinea>{beloftezin(b.belofte, null, v.nu)}</Alinea>}
        {(b.telefoon.opvang !== '' || b.telefoon.beveiliging !== '') && (
          <Alinea>Kun je niet wachten? {opsomming([b.telefoon.opvang && 'Bel het opvangteam', b.telefoon.beveiliging && 'de beveiliging'].filter((x): x is string => Boolean(x)), 'of')}: {b.telefoon.opvang !== '' && <Telefoon nummer={b.telefoon.opvang} />}{b.telefoon.opvang !== '' && b.telefoon.beveiliging !== '' && ' of '}{b.telefoon.beveiliging !== '' && <Telefoon nummer={b.telefoon.beveiliging} />}</Alinea>
        )}
        <Formulier actie={`${pad}/spreken`} {...stand} verplichtUitleg={false}>
          {b.zicht !== 'melder' && (
            <Keuzes {...veld(stand, 'met')} label="Met wie?" opties={[
              { waarde: 'vast', label: vast ? `Met ${vast}` : 'Met wie mij helpt bij deze melding' },
              { waarde: 'adviseur', label: 'Met de Adviseur-VPD', uitleg: 'Bijvoorbeeld als je het liever niet met je leidinggevende bespreekt.' },
            ]} />
          )}
          <TekstGebied {...veld(stand, 'tekst')} label="Wil je alvast iets zeggen?" uitleg="Wie je melding behandelt leest dit. Schrijf bijvoorbeeld wanneer je goed te bereiken bent." regels={3} max={2_000} />
          <Knoppen><Knop icoon="telefoon">Bel mij</Knop><KnopLink soort="rustig" href={pad}>Terug</KnopLink></Knoppen>
        </Formulier>
      </Stapel>
    ),
  };
}

/** Registers adding something, files too, and asking to speak to someone. */
export function mijnFormulieren(site: Site, bestanden: Bestanden): void {
  site.formulier('/mijn-meldingen/:id/toevoegen', {
    handeling: vulMeldingAan,
    laad: laad('melding.aanvullen'),
    toon: (b, stand, v) => toevoegPagina(b, stand, v.stand()),
    klaar: (r) => ({ naar: `/mijn-meldingen/${r.id}`, bericht: 'Toegevoegd. Wie je melding behandelt krijgt bericht.' }),
  });
  site.ruw('POST', '/mijn-meldingen/:id/bestanden', async (v) => {
    const id = v.id('id');
    const b = await laad('melding.aanvullen')(v);
    const uit = await verwerkUpload(v, bestanden, (bestand, sleutel) => v.voer(voegBestandToe, { ...bestand, id }, sleutel));
    const fouten = uit.toegevoegd === 0 && uit.fouten.length === 0 ? [{ veld: 'bestanden', tekst: 'Kies eerst een bestand.' }] : uit.fouten;
    if (fouten.length === 0) return v.verder(`/mijn-meldingen/${id}`, toegevoegdTekst(uit.toegevoegd));
    return { ...toevoegPagina(b, v.stand(), { ...v.stand(), fouten }), status: 422, fout: true };
  });
  site.ruw('GET', '/mijn-meldingen/:id/bestanden/:bestand', async (v) => stuurBestand(v, bestanden, await v.vraag(haalEigenBestand, { id: v.id('id'), bestand: v.id('bestand') })));
  site.formulier('/mijn-meldingen/:id/bestanden/:bestand/weghalen', {
    handeling: haalBestandWeg,
    async laad(v) {
      const beeld = await v.vraag(volgMelding, { id: v.id('id') });
      const bestand = beeld.bestanden.find((x) => x.id === v.id('bestand'));
      if (beeld.dossier === null || !beeld.magWeg || !bestand) throw fout('niet-gevonden');
      return { beeld: { ...beeld, dossier: beeld.dossier }, bestand };
    },
    toon: ({ beeld, bestand }, stand) => ({
      titel: 'Haal een bestand weg', vorm: 'lezen', menu: '/mijn-meldingen',
      inhoud: (
        <Stapel>
          {kruimels(beeld)}
          <PaginaKop titel="Haal je dit bestand weg?" />
          <WegFormulier b={bestand} stand={stand} actie={`/mijn-meldingen/${beeld.dossierId}/bestanden/${bestand.id}/weghalen`} terug={`/mijn-meldingen/${beeld.dossierId}`} />
        </Stapel>
      ),
    }),
    klaar: ({ id }) => ({ naar: `/mijn-meldingen/${id}`, bericht: WEGGEHAALD }),
  });

  site.formulier('/mijn-meldingen/:id/spreken', {
    handeling: vraagGesprek,
    laad: laad('melding.spreken'),
    begin: () => ({ met: 'vast' }),
    toon: spreekPagina,
    klaar: (r, v) => ({ naar: `/mijn-meldingen/${r.id}`, bericht: r.uiterlijk ? beloftezin({ door: null, uiterlijk: Temporal.Instant.from(r.uiterlijk) }, null, v.nu) : 'Een collega krijgt meteen bericht en belt je.' }),
  });
}
