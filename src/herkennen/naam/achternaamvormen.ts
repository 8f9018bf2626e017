/**
 * Surnames that are one character or sign at home and many spellings abroad: Chinese (pinyin, Wade-Giles, Cantonese, Hokkien) and Korean
 * (Revised Romanization, McCune-Reischauer, as the passport has it). Source: Hundred Family Surnames and the National Institute of Korean
 * Language, the frequent ones (facts).
 */
const VORMEN = `
kim gim
park bak pak
lee yi rhee ri
li lee lei
choi choe
jung jeong chung cheong
kang gang
cho jo
ko go goh
shin sin
moon mun
woo wu
yoo yu ryu you
chang zhang jang chiang cheung cheong
wong wang huang hwang
chan chen tan ting chin
lam lin lim
ng wu goh
chow zhou chou chew
kwok guo kuo
tsai cai choi chua
hsu xu hui koh
tsang zeng
leung liang leong
yip ye yeh
cheng zheng
lau liu low
ho he hoh
tang deng teng
lo luo
mak mai
tsao cao
hsieh xie tse
sung song soong
lu loo
kung gong
yang yeung young
wei ngai
fung feng
jiang chiang kiang
zhao chao chiu
zhu chu
qian chien
sun suen
xiao hsiao siu
du to tu
pan poon
peng pang
tian tin tien
nguyen nguyn
pham fam
`;

const vormen: ReadonlyMap<string, readonly number[]> = (() => {
  const uit = new Map<string, number[]>();
  for (const [nummer, regel] of VORMEN.trim().split('\n').entries()) for (const naam of regel.split(' ')) uit.set(naam, [...(uit.get(naam) ?? []), nummer]);
  return uit;
})();
const GEEN: readonly number[] = [];

export function achternaamfamilies(vouw: string): readonly number[] {
  return vormen.get(vouw) ?? GEEN;
}
