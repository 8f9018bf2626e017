// Small helpers in the page. Everything works without them; none writes HTML as text (Trusted Types).
import { bestanden } from './bestanden.ts';
import { concept } from './concept.ts';
import { datums } from './datum.ts';
import { eenmaal } from './eenmaal.ts';
import { samenvatting } from './samenvatting.ts';
import { tabs } from './tabs.ts';
import { teller } from './teller.ts';
import { thema } from './thema.ts';
import { toetsen } from './toetsen.ts';
import { uitvouw } from './uitvouw.ts';

samenvatting();
eenmaal();
concept();
datums();
tabs();
teller();
bestanden();
uitvouw();
thema();
toetsen();
// A passkey needs more code than the rest together, and few pages ask for one.
if (document.querySelector('form[data-passkey]')) void import('./passkey.ts').then(({ passkey }) => passkey());
