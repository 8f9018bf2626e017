import type { Vangnet, Vangnetopties } from './vangnet.ts';

export { bericht, berichtsoorten, postlink, type Bericht, type Berichtsoort } from './berichten.ts';
export { maakPost, Postfout, type Post, type Postfoutcode, type Postinstelling, type Postopdracht } from './post.ts';
export type { Vangnet, Vangnetopties, Vangst } from './vangnet.ts';

/** An SMTP server for a demo. Loaded only when asked for, with the libraries that read mail: production has a mail server of its own. */
export async function startVangnet(opties: Vangnetopties): Promise<Vangnet> {
  const vangnet = await import('./vangnet.ts');
  return await vangnet.startVangnet(opties);
}
