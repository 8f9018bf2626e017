/** Rows along which fingers walk. */
export const TOETSENRIJEN = ['abcdefghijklmnopqrstuvwxyz', '01234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm', 'qazwsxedcrfvtgbyhnujmikolp', '1q2w3e4r5t6y7u8i9o0p', '!@#$%^&*()'];

/**
 * Words that common passwords are made of, in Dutch and English: what tops published lists of leaked passwords, and what people at a
 * Dutch public organisation think of first. Letters only; digits and signs around and between them are taken away before comparing.
 */
export const GANGBARE_WOORDEN: readonly string[] = `
aap abc abcd abcdef access account administrator admin agressie ajax alles amsterdam anders angel appel april asdf augustus auto baas baby bal balie banaan barcelona baseball
batman beheer beheerder beveiliging bier bloem boom boot burger burgemeester burgerzaken canada changeme chocolade computer dag dank december default demo dennis den dit
donderdag dorp draak dragon een eerste ello enschede fam familie februari feyenoord fiets flower football freedom gebruiker geheim geld gemeente gemeenten george ginger
goed goedemorgen google griffie groningen groot guest haag hallo harley hello herfst het hier hond hoi holland hunter huis iedereen ik iloveyou ilove inloggen internet intranet is
jaar jan januari jennifer jezus jij jordan juli juni kaas kantoor kat kees killer klaas klant klein koe koffie koning kopje laat lente letmein lief liefde liverpool loket login london
maandag maart machine maart maggie mama manchester mario master matrix mei melding meldingen merlin mickey mijn michael michelle mijnwachtwoord mogguh moeder monkey monster mustang my
naam nederland netwerk nieuw nieuwe nijmegen ninja nl november ok oktober ons onze oranje oud papa paard pass passw passwd password pepper pietje please poes pokemon politie princess provincie
psv purple qwerty qazwsx qwert raad rotterdam rugdekking samen schatje school secret september server shadow sleutel snoopy soccer software spiderman stad stadhuis start starwars
stagiair summer sunshine superman system systeem team tech tennis test testen tester thomas thuis tigger toegang trustno twee twente tijd tijdelijk utrecht vader vakantie van
veilig veiligheid verzoek vogel voetbal voor vriend vrienden vrijdag vpd wacht wachtwoord wat water waterschap weer welcome welkom werk werken wethouder whatever willem winter winkel wij woensdag woord
world you zaterdag zee zeeland zomer zon zondag zonnetje zwolle
`.trim().split(/\s+/);
