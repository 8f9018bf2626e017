export { bericht, berichtsoorten, postlink, type Bericht, type Berichtsoort } from './berichten.ts';
export { maakPost, Postfout, type Post, type Postfoutcode, type Postinstelling, type Postopdracht } from './post.ts';
export { startVangnet, type Vangnet, type Vangnetopties, type Vangst } from './vangnet.ts';
