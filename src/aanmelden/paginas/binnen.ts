import type { Context as HonoContext } from 'hono';
import type { DeurMiddelen } from '../middelen.ts';
import { veiligPad } from '../pad.ts';
import type { Wieis } from '../sessies.ts';

/** Begins the session and goes where this person wanted to go, or first to what he sent while he was signed out. */
export async function laatBinnen(c: HonoContext, { sessies, koekjes }: Pick<DeurMiddelen, 'sessies' | 'koekjes'>, wie: Wieis, naar: string): Promise<Response> {
  const { onderbroken } = await sessies.begin(c, wie);
  if (koekjes.lees(c, 'rd-poging') !== null) koekjes.wis(c, 'rd-poging');
  return c.redirect(onderbroken === null ? veiligPad(naar) : `/hervat/${onderbroken}`, 303);
}
