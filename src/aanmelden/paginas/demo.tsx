import { Alinea, Kaart, Knop, Kop, Lijst, Melding, Pagina, Raster, rendeer, Stapel, VerborgenVeld, type Middelen } from '../../ontwerp/index.ts';
import { VOET_BUITEN } from './deel.tsx';
import type { Demomens } from '../demo.ts';

export interface Demokeuze {
  middelen: Middelen;
  mensen: readonly Demomens[];
  naar: string;
  /** Name of who is signed in now in this browser. */
  nu: string | null;
}

/** One card per role; one click and you are that person. */
export function demopagina({ middelen, mensen, naar, nu }: Demokeuze): string {
  const organisaties = [...new Map(mensen.map((m) => [m.organisatie.id, m.organisatie])).values()];
  return rendeer(
    <Pagina titel="Demo: kies een rol" middelen={middelen} thuis="/aanmelden" voet={VOET_BUITEN}>
      <Stapel ruimte="l">
        <Stapel>
          <Kop niveau={1}>Kies als wie je wilt rondkijken</Kop>
          <Alinea groot>Alle mensen en meldingen zijn verzonnen. Je kunt niets stukmaken: probeer gerust alles uit.</Alinea>
          {nu !== null && (
            <Melding>
              <p>Je bent nu {nu}. Kies je een andere rol, dan log je als {nu} uit.</p>
            </Melding>
          )}
          {mensen.length === 0 && (
            <Melding soort="let-op" titel="De demo-organisatie is er nog niet">
              <p>Laad haar met “rugdekking demo” en open deze pagina daarna opnieuw.</p>
            </Melding>
          )}
        </Stapel>
        {organisaties.map((o) => (
          <section aria-labelledby={`org-${o.slug}`}>
            <Stapel>
              <Kop niveau={2} id={`org-${o.slug}`}>
                {o.naam}
              </Kop>
              <Raster>
                {mensen
                  .filter((m) => m.organisatie.id === o.id)
                  .map((m) => (
                    <Kaart titel={m.naam} niveau={3}>
                      <Alinea>
                        <strong>{m.kaart.rol}</strong>
                      </Alinea>
                      {m.kaart.probeer.length > 0 && <Lijst items={m.kaart.probeer} />}
                      <form class="rd-actie" method="post" action="/demo" data-eenmaal="">
                        <VerborgenVeld naam="kaart" waarde={String(m.nummer)} />
                        <VerborgenVeld naam="naar" waarde={naar} />
                        <Knop soort="secundair">Log in als {m.naam}</Knop>
                      </form>
                    </Kaart>
                  ))}
              </Raster>
            </Stapel>
          </section>
        ))}
      </Stapel>
    </Pagina>,
  );
}
