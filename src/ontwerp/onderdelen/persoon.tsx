import type { ComponentChildren } from 'preact';
import { Kop } from './basis.tsx';

interface PersoonkaartProps {
  naam: string;
  /** Address of a photo; without one there is just the name. */
  foto?: string;
  /** What counts about this person, in a few words; stands out. */
  kop: string;
  /** Below it, such as until when. */
  onder?: ComponentChildren;
  children?: ComponentChildren;
}

/** Someone to recognise at a glance, on a phone: face, name, what counts. */
export function Persoonkaart({ naam, foto, kop, onder, children }: PersoonkaartProps) {
  return (
    <article class="rd-persoon">
      <div class="rd-persoon__hoofd">
        {foto !== undefined && <img class="rd-persoon__foto" src={foto} alt={`Foto van ${naam}`} width="96" height="120" />}
        <div class="rd-persoon__wie">
          <Kop niveau={2}>{naam}</Kop>
          <p class="rd-persoon__kop">{kop}</p>
          {onder !== undefined && <p class="rd-persoon__onder">{onder}</p>}
        </div>
      </div>
      {children}
    </article>
  );
}
