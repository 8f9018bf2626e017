import { briefafzender, type Briefafzender } from './huisstijl.ts';
import { delen } from './inhoud.ts';
import { gegevensschemas, ondertekenaars, type Briefgegevens, type Briefsoort, type Geadresseerde, type GelezenGegevens } from './soorten.ts';
import { briefdag, type Brief, type Deel } from './vorm.ts';

export interface Opdracht<S extends Briefsoort> {
  soort: S;
  gegevens: GelezenGegevens<S>;
  afzender: Briefafzender;
  geadresseerde: Geadresseerde;
  kenmerk: string;
  /** The date on the letter, "2026-11-23". */
  datum: string;
}

/** Puts a letter together from what may stand in it. Pure: the same in, the same out. */
export function stelBriefOp<S extends Briefsoort>({ soort, gegevens, afzender, geadresseerde, kenmerk, datum }: Opdracht<S>): Brief {
  const { onderwerp, delen: stukken } = delen(soort, gegevens, afzender);
  return {
    soort, afzender, geadresseerde, kenmerk, datum: briefdag(datum), onderwerp, aanhef: aanhef(geadresseerde.naam), delen: stukken,
    ondertekening: { groet: 'Met vriendelijke groet,', namens: `namens ${afzender.organisatie},`, wie: ondertekenaars[gegevens.ondertekenaar] },
  };
}

function aanhef(naam: string): string {
  return naam === '' ? 'Geachte heer of mevrouw,' : `Geachte ${naam},`;
}

/** The parts of a letter as they will read, for showing beside a form before there is a letter. Throws a ZodError when the data do not fit. */
export function briefvoorbeeld<S extends Briefsoort>(soort: S, gegevens: Briefgegevens<S>, organisatie = 'onze organisatie'): Deel[] {
  return delen(soort, gegevensschemas[soort].parse(gegevens) as GelezenGegevens<S>, briefafzender(organisatie, {})).delen;
}
