/**
 * First names that are the same name: short forms and names in other languages. A row is one family of names; a name may stand in several.
 * Sources: Nederlandse Voornamenbank (Meertens Instituut), entries "roepvorm van" and "verwant met", the frequent ones; Behind the Name,
 * "related names" and "diminutives" (facts, own selection).
 */
const ROEPNAMEN = `
willem wim pim wil willy wille bill billy will william wilhelm guillermo guillaume liam vilim guglielmo
wilhelmina mina wil willy willemijn mien mientje minnie wilma helmi billie
johannes johan jan hans joh jo joop hannes han jan-jaap john jon jonny johnny jack jean juan giovanni ivan ioan ion jovan sean shaun evan joao janusz jens ian ioannis giannis yannis yahya yohannes
johanna jo joke hanna hanneke anneke joanna jeanne jane joan giovanna ivana hans jannie jantje jopie janneke jannetje
hendrik henk hen rik hein harry henry hans henri heinrich heinz enrique enrico henrik henryk harrie driek hennie
hendrika hennie rika riek henriette henny ria harriet
cornelis kees cor cees corneel nelis niels cornelius corneille kornelis
cornelia cor corrie nel nelly nellie neeltje cora lia lea connie
pieter peter piet pete pierre pedro pietro petros pyotr petr piotr petar butros boutros petrus pjotr petro
petronella nel nelly petra pietje nellie ella
jacobus jaap jacob ko koos cobus jim jimmy james jakob sjaak jack jacques jaime diego giacomo iago santiago yakov yaqub yakub yaakov koby jake jakov jakub
jacoba coba cobi koosje jacqueline
antonius anton ton toon tonny tony teun antoon antoine antonio anthony antonie twan theun antonis
antonia tonny toos toni tonia antje antoinette
theodorus theo dorus dirk theodoor theodore fyodor fedor teodor ted teddy theodoros fjodor feodor
theodora dora thea doortje
gerardus gerard ger gerrit gerhard gert geert gerald gerry gerardo gerd garrit jerry
gerarda gerda gerry gerritje truus
adrianus adriaan ad arie jaan adri adrian ard ariaan janus adrien hadrian
adriana adri jana ariane adriaantje jaantje adrienne
bernardus bernard ben bert bernd barend bernhard bernie bernardo bennie
lambertus bert lambert bart bertus
hubertus huub bert hub hubert huib bart huibert
albertus albert bert ab appie bertus al alberto
robertus robert rob bob bobby bert robbie roberto robin rupert
egbertus egbert bert eg bertus
engelbertus bert engelbert
norbertus norbert bert
franciscus frans frank cis ciske francis franz francesco francisco frantisek franciszek frankie pancho paco francois ferenc franklin sjefke
francisca francien cisca fransje franka francine ciska sisca frances fanny fran francoise francesca
wilhelmus wim willem helmus wil mus pim wilhelm
martinus martin tinus rien maarten marten martijn martino marti marty mart tijn
martina tina tineke martine
maria marie ria mia riet marijke mieke mies marja mary miep marieke maaike rie marietje mariska mariya marija mariam maryam miriam mirjam meryem maryem mariana mimi molly polly mireille may masha marya marye
catharina katharina cato trijn tine kaatje karin toos ineke tinie rina trijntje katrien kitty kate katie cathy kathy catherine katherine kathleen karen katja ekaterina jekaterina yekaterina katarzyna kasia catarina caterina kati katinka katya kateryna cathrin kathryn cat
elisabeth betty els elly lies bep elisa elise ella liesbeth bets betje lisa bettie ellie lisette elizabeth liz lizzy beth eliza liesje ilse isabel isabella elisaveta jelizaveta yelizaveta libby lilibeth babette elzbieta ela erzsebet lisbeth
margaretha greet gre greta margriet griet grietje marga rita gretha margot margaret maggie meg peggy marguerite margarita malgorzata gosia marjorie madge megan gretchen gretel margo mette
helena leen helen lena ellen lenie heleen leentje helene elena olena jelena yelena alyona helga eleni ilona hela nell nelly
anna anne annie an anneke anja ann annet antje anita hanna annette ans aniek anouk ana anya ania hannah ina annika nancy anouschka asya anoushka ganna
adriana jana ina
lucia luus lucie lucy luz liza lusi
jozef joseph jos sjef joep josef jef jo joe joey jose giuseppe yusuf youssef yousef yosef iosif josip jusuf josephus beppe pepe pepijn osip joesoef youcef yousuf yousif yossi josif
josephina jose josephine fien fientje josefien jo jozefa josie giuseppina josefina pepa
michael michiel mich mike mick michel miguel mikhail michail michal mihail mikael mihai michele mickey maikel mikel mykhailo misha misja michalis mitch mikhael mikail
nicolaas klaas nico nicolas nicholas nick niek claas nicky nikolai nikolay nikolaj nicola nikos nikolaos nicolae mikalai mikalaj mykola miklos mikolaj colin kolya koos klaus niklas nikolas
nicoletta nicole nicolette nicol colette
thomas tom tommy thom tomas tomasz tommaso tam thommie
andreas andries dries andre andrew andy drew andrei andrey andrea andres andrij andriy andrzej anders andras ondrej andreja ante andrej
andrea andree drea
christiaan chris christian kris christ christianus cristian krystian kristian
christina chris tina stien tineke christine kristina christien stieneke krystyna kristin kirsten cristina chrissie tinie
christoffel chris christopher kit stoffel christophe kristof christoph kristoffer krzysztof cristobal cristoforo christof
daniel daan dan danny danil daniil dani danie danilo daniele danyal daniyal
alexander alex lex sander sandro xander sasha alessandro alejandro aleksandr aleksander oleksandr alyaksandr aliaksandr aljaksandr alexandre alec alek sandor al alexandros iskander iskandar skander alexandru sacha sascha aleksandar aljoscha sandy alisher olek
alexandra alex sandra xandra sasha aleksandra oleksandra alessandra alejandra sandy lexie
alexei alexey aleksei aleksey aleksej alexis oleksii oleksiy alyosha alexej aliaksei aljaksei
sergei sergey sergej serhiy serhii sergio serge sergiusz sergiy sergii sergiu seryozha siarhei siarhej
dmitri dmitry dmitriy dmitrij dmytro dimitri dimitry dima dimitrios dimitris mitya mitja dimitar dimitrij dmitrii demetrius demetrios dzmitry dzmitryj
vladimir wladimir volodymyr uladzimir vladimir vova volodya vlado vladimiro wolodymyr vlad vladymyr vadimir
yevgeny evgeny evgeni yevgeni evgenij jevgeni yevhen eugene eugen eugenio gene zhenya evgueni evgenii eugenius eugeniusz
georgi georgy george joris jorge georg giorgio jurgen jerzy yuri yury yuriy joeri jurij iurii yurii georges jiri giorgi giorgos georgios gheorghe goran sjors jorg jurgis gyorgy georgiy heorhiy jordi
pavel paul pawel pablo paolo pavlo paulus pal paulo pol pauwel poul pavlos paavo boulos bulus
paulina paula pauline paulien polina lien
lodewijk louis lowie ludwig luis luigi ludovic lou lewis lewie luiz ludo wies louie ludovico aloysius lajos
louise loes louisa lou luisa wies marie-louise
karel carel carl karl charles carlos carlo charlie charley chuck karol karoly carolus charly sjarel
karolina carolien caroline carolina lien lina carrie charlotte lotte lot charlene karoline lottie
stefan steven stephan stef stephen steve esteban stefano stepan szczepan etienne stefanus stevan istvan stijn stefanos stephane staffan stephanus stjepan
frederik fred freek frits frederic fritz frederick freddy frederico federico friedrich fedde fryderyk rick freddie frederikus
frederika rika freddie frederique fritzi fredrika
rudolf ruud rudi rolf rudy roel rodolfo rudolphus ralph dolf
rudolphus ruud rudie rudy
roelof roel rolf roland rudolf roeland rolando
leonardus leo leon leonard leen lennard lennart leonardo len lenny
leendert leen leo lee len
arnoldus arnold nol aart arend noud arnaud arno arnie nolleke
matthijs thijs matthias mattheus ties mathieu matthew matt matteo mathias matthieus mateusz maciej mateo matej matvey matvei theis tijs matti thieu matty
bartholomeus bart bartel bartolomeo bartosz mees meeuwis bartholomew bartek
sebastiaan bas bastiaan sebastian sebastien bastian basje seb
laurens laurentius lau rens lars lourens lorenz laurence lawrence lorenzo larry laurent laurits
edward eduard ed eddy ward edvard eduardo ned ted teddy eddie edouard edwardus
edwin ed eddie
gijsbert gijs bert gijsbertus ghijs
evert eef everhardus eberhard
jeroen hieronymus jerome jeronimus
benjamin ben benny benjamijn benji binyamin bünyamin benno
samuel sam sammy shmuel samuil samual
samantha sam sammie
david dave daaf davy davit daoud dawud daud dawid davide davud daoed davey taffy
abraham bram ab abe ibrahim ebrahim ibrahima brahim avraham abram braham aabraham
isaac izaak isaak ishaq yitzhak ike zak ishak ishaak
salomon sal solomon suleiman suleyman sulayman soliman salomo sulejman souleymane soulaiman shlomo slimane
jonathan jon jonatan nathan jonny johnny yonatan
jeremias jeremy jerry jeremiah
patrick pat paddy patricio patrik patryk patricius
patricia pat trish patty tricia
richard rick dick rich richie ritchie ricardo ricky riccardo ryszard rikkert rikard
rikkert rik
roderik rod rik rick
dirk dick derk diederik derek didier dik theodoric dietrich
ronald ron ronnie ronaldo ronny reinoud reginald ronaldus
raymond ray ramon raimundo raymundo raimond remon mundo
reginald reg reggie reinout
gregorius gregor greg grigori gregory grigory grigoriy gregorio grzegorz hryhoriy gregoire
vincent vin vince vincentius vinnie vincenzo vicente vincentus wincenty
victor vic viktor vittorio wiktor vitya victorius
victoria vicky viktoria vic vittoria viktoriya
philip flip filip phil philippe felipe philipp filippo lip philippus pip fulip
simon siem simeon simone shimon semyon siemen szymon semen samuil sem simeone
timotheus tim timo timothy timothee timofey timmie
joachim jochem joachem jochen jochum joaquin joakim akim
augustinus guus gus august augustin agustin stijn gust augusto
gustaaf guus gustav gus gustavo gustave staf
ignatius nas ignaas ignacio iggy naas
constantijn constantin stan konstantin stijn kostya kostas constantine konstantinos costas tino
stanislaus stan stanislav stanislaw stas stasiek
emanuel manuel emmanuel manus manolo immanuel manny emanuele
alfonsus fons alfons alphonse alfonso phons
alfred fred alf freddy alfredo
ferdinand ferry fernando ferd nando ferdi fernand
oscar oskar ossie
victorine vic
barbara barb bab babs barbera basia varvara barbro bobbie
brigitta brigitte gitta birgit bridget brigid brit
agnes agneta inez agnieszka ines aga
agatha aagje aag agaath agata aggie
geertruida truus geertje trudy gerti gertrude truida geertruid ruda trui trudie
aleida alida aleid alie ali alei leida adelheid adelaide heidi
magdalena magda lena leentje madeleine magdalene magali madelon lenka
susanna suzan suus suzanne sanne sus susan sue zsuzsanna susie zuzanna susana zuzana
rebecca bekka becky rebekka riwka rivka beck
rachel rachelle raquel chelly rahel
sara sarah saar saartje sally sari zara
eva eef eefje eve ewa yevgenia hawa
theresia thea trees resi therese theresa teresa tess terry treesje
rosa roos roosje rosie rosalie roza rose
jennifer jen jenny jennie jenn
deborah debby deb debbie debora
dorothea thea dora doortje dorothy dorothee door dorien dot dottie dolly doris dorota
alice alie alicia ali alisa
veronica vera roni veronique weronika veronika ronnie
valentina val tina valentine
valentijn valentin val valentino valentyn
natalia natalie natasja natasha nathalie natalya natalja nataliya tasha nataliia
tatiana tanja tania tatjana tatyana tanya tetiana tetyana
olga olya helga olha
irina irene irma ira irena iryna irini
ludmila lyudmila ljudmila luda lyuda liudmyla mila
svetlana sveta svitlana lana
galina halyna halina galya
anastasia nastya anastasiya stasia anastasija natasja anastasiia
oksana ksenia xenia oxana ksenija aksana xena
yulia julia juliya yuliya julie jule giulia iulia julija yuliia
julius jules julio julien julian giulio julianus yulian giuliano
maxim maksim max maxime maksym maximiliaan maximilian massimo maximus
nikita mykyta
vasili vasily vasiliy wassili vassili vasyl wasyl basil vasilis basilius
ilja ilya elia elias elijah ilia ilyas illya elie eli eliyahu iljas eliah
leon lev leo leonid lew leonidas
igor ihor ihar
oleg oleh olaf
boris borys borja
anatoli anatoly anatolii anatoliy anatolij anatole tolya
arkadi arkady arkadiy
gennadi gennady gennadiy hennadiy gena gennadii
valeri valery valeriy valerij valerii valerio
vitali vitaly vitaliy vitalij vitalii vital
vyacheslav slava viacheslav vjatsjeslav vjatsjeslaw wjatscheslaw slawa
yaroslav jaroslav slava iaroslav jaroslaw
mohammed mohamed muhammad mohammad muhammed mohamad muhamad mo moh moha mehmet mehmed mohd muhammet mouhamed mahomed muh mhamed m'hamed simo mimoun muhamed magomed mamadou mahamadou muhamet
ahmed ahmad ahmet ahmat hmed akhmed achmed akmed amed achmat
ali aly alie alioune
hassan hasan hassane hacen lahcen lahcene elhassan
hussein husayn hossein hussain hoessein huseyin housseine houcine elhoucine hosein hussin husain
abdullah abdallah abdoellah abdellah abdulla abdalla abdoulaye abdoullah
abdelrahman abdulrahman abdurrahman abderrahman abdirahman abderrahmane abdoulrahman abdrahman
abdelkader abdulkadir abdelqader abdulqadir kader abdulkader
abdelaziz abdulaziz aziz abdul-aziz
abdelkarim abdulkarim karim kerim abdelkrim kareem krim
abdelhamid abdulhamid hamid
mustafa mostafa moustafa mustapha mostapha moustapha
ismail ismael esmail smail ismaeel ishmael esmaeil isma'il
yusuf youssef yousef joesoef
umar omar oumar omer umer
uthman othman osman usman ousmane othmane usmaan oesman
fatima fatma fatimah fatme fadma fatiha fatoumata fatou fatemeh fatimeh
aisha aicha ayse aysha aishe ayesha aiesha aisja aysja ayshe aichatou
khadija hatice khadidja gadija khadijah hadija hadidja khadeeja kadidia
zainab zeynep zaynab zineb zeinab zenab zahnab
meryem mariam maryam maryem mirjam miriam marjam
suleyman sulayman souleiman
halil khalil
halit khalid khaled haled
hatice khadija
recep rajab redjeb
ridvan ridwan redouan redouane
jamal djamal cemal gamal kamal
jamila djamila cemile gamila
said saeed sayed saed saïd sait seyit sayyid
rashid rachid rasjied rasheed rasit
rachida rashida rasjida
yasmina yasmin jasmin jasmine yasemin jasmijn yasmine yasmien
leila layla lejla leyla laila lila leïla
nasser nasr nasir nacer naser
tariq tarik tarek tarick
bilal billel belal bilel
hicham hisham hichem hesham
younes yunus younis jounes yunis jonas jonah jonas
ayoub eyup ayyub job ayub
idris driss idriss edris
mikail mikael michael
jibril gabriel cebrail djibril jebril gavriil gabriele gabor
xiaoping hsiao-ping
elif alif
katarzyna kasia
malgorzata gosia
agnieszka aga
magdalena magda
aleksandra ola
wojciech wojtek adalbert
stanislaw staszek
zbigniew zbyszek
ryszard rysiek
andrzej jedrzej
jan janek
tadeusz tadek thaddeus
boguslaw bogdan
zygmunt sigmund sigismund
ming min
radjesh rajesh radj raj radjes
soeresh suresh soerish
ramesh ramesj
wiradj viraj
anil aniel
joyce joy
gabriela gabi gabrielle gaby gabriella
manuela manu
emilia emily emma emmy emilie emmie mies
emma em emmy
amalia amelia amy emilia
beatrix bea beatrice trix trixie beatrijs
cecilia cilia silke sil cecile cis
clara klaar klara claire clair chiara
diana dian diane di
esther ester hester essie es
florentina flora floor fleur florence
geraldine gerrie
gloria glo
henriette jet jetje hetty henny riet yet
ida ide iet
jacquelien jacqueline jackie lien
judith juut judy judit
laura lau laurie lora
monica moniek monique mon
nora noor nour eleonora eleonore eleanor norah nur nour ellen leonora
priscilla cilla pris
regina ina gina
sofia sophie sophia fie fieke zofia sofie sofya sofija safiya
sylvia silvia syl sylvie
yvonne yv ivonne
abigail abby abi gail
andrea andie
arthur art artuur arturo artur
bradley brad
caleb cal
calvin cal
cameron cam
clifford cliff
clinton clint
curtis curt
donald don donnie donny
douglas doug
dwight ike
earl earle
eleanor ellie nora nell
ernest ernie ernst erno ernesto
evelyn eve evelien eveline
gilbert gil bert
gwendolyn gwen
harold hal harry harald
herbert herb bert
howard howie
jeffrey jeff geoff geoffrey godfried godfrey joffrey
jesse jess
jessica jess jessie
joshua josh yehoshua jozua
kenneth ken kenny
kimberly kim kimberley
leroy roy lee
lillian lily lil lilian
marvin marv
maurice mo morris maurits moritz
mildred millie
mitchell mitch
nathaniel nate nathan nat
norman norm
oliver ollie olivier oli
pamela pam
phillip phil
ralph raf rafael raphael rafaël
raphael rafael raf rafal raffaele
russell russ
sidney sid
stanley stan
stuart stu stewart
terence terry terrence terrance
theresa terry tess tracy
virginia ginny ginger
walter walt wally wout wouter gualterio valter
wouter wout walter
zachary zach zack zacharias zacarias zak
`;

/** Families of names by name (folded letters). */
const families: ReadonlyMap<string, readonly number[]> = (() => {
  const uit = new Map<string, number[]>();
  for (const [nummer, regel] of ROEPNAMEN.trim().split('\n').entries()) {
    for (const naam of regel.split(' ')) {
      const vouw = naam.normalize('NFD').replace(/[^a-z]/g, '');
      const al = uit.get(vouw);
      if (al === undefined) uit.set(vouw, [nummer]);
      else if (al.at(-1) !== nummer) al.push(nummer);
    }
  }
  return uit;
})();
const GEEN: readonly number[] = [];

export function namenfamilies(vouw: string): readonly number[] {
  return families.get(vouw) ?? GEEN;
}

export function bekendeVoornamen(): Iterable<string> {
  return families.keys();
}
