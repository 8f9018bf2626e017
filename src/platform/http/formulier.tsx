import type { ComponentChildren } from 'preact';
import { Formulier, veld, veldMeer, veldVinkje } from '../../ontwerp/index.ts';
import type { Stand } from './typen.ts';

export { veld, veldMeer, veldVinkje };

/** The form of a page on its stand. */
export function StandFormulier({ stand, labels, ...rest }: { stand: Stand; labels?: Readonly<Record<string, string>>; actie: string; bestanden?: boolean; conceptUrl?: string; verplichtUitleg?: ComponentChildren | false; label?: string; id?: string; children: ComponentChildren }) {
  return <Formulier {...rest} {...stand} veldnamen={labels} />;
}
