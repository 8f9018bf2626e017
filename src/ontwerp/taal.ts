import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

/** Colleagues read Dutch; a page for citizens can also be in English. */
export type Taal = 'nl' | 'en';

const Lezer = createContext<Taal>('nl');

/** The language of all that stands inside it; without it Dutch. */
export const InTaal = Lezer.Provider;

/** Chooses between the two for the words that a component itself says. */
export function useWoord(): (nl: string, en: string) => string {
  const taal = useContext(Lezer);
  return (nl, en) => (taal === 'nl' ? nl : en);
}
