import { BlockList, isIP } from 'node:net';

/** Addresses that are not on the open internet (IANA special-purpose registries): a webhook never goes there. */
const dicht = new BlockList();
for (const [net, bits] of [
  ['0.0.0.0', 8], ['10.0.0.0', 8], ['100.64.0.0', 10], ['127.0.0.0', 8], ['169.254.0.0', 16], ['172.16.0.0', 12], ['192.0.0.0', 24], ['192.0.2.0', 24], ['192.88.99.0', 24],
  ['192.168.0.0', 16], ['198.18.0.0', 15], ['198.51.100.0', 24], ['203.0.113.0', 24], ['224.0.0.0', 4], ['240.0.0.0', 4],
] as const) dicht.addSubnet(net, bits, 'ipv4');
/** Of IPv6 only global unicast is open, without the parts of it that lead elsewhere (Teredo, documentation, 6to4, ORCHID). */
const open6 = new BlockList();
open6.addSubnet('2000::', 3, 'ipv6');
const dicht6 = new BlockList();
for (const [net, bits] of [['2001::', 23], ['2001:db8::', 32], ['2002::', 16], ['3fff::', 20]] as const) dicht6.addSubnet(net, bits, 'ipv6');

/** Whether this IP address is on the open internet. */
export function isOpenbaarAdres(ip: string): boolean {
  switch (isIP(ip)) {
    case 4:
      return !dicht.check(ip, 'ipv4');
    case 6:
      return open6.check(ip, 'ipv6') && !dicht6.check(ip, 'ipv6');
    default:
      return false;
  }
}

/** Why an address cannot be a webhook; null when it can. What a name leads to is checked again at every delivery. */
export function bezwaarTegen(tekst: string): string | null {
  if (!URL.canParse(tekst) || tekst.length > 500) return 'Dit is geen adres. Schrijf bijvoorbeeld https://zaken.gemeente.nl/rugdekking.';
  const url = new URL(tekst);
  if (url.protocol !== 'https:') return 'Het adres moet met https:// beginnen.';
  if (url.username !== '' || url.password !== '') return 'Zet geen naam of wachtwoord in het adres.';
  if (url.hash !== '' || url.search !== '') return 'Het adres mag geen vraagteken of hekje bevatten.';
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) !== 0) return 'Schrijf een naam en geen IP-adres.';
  if (!host.includes('.') || /(^|\.)(localhost|local|internal|intranet|lan|home|corp|arpa|onion|test|invalid)$/.test(host.replace(/\.$/, ''))) return 'Dit adres ligt niet op het open internet. Daar sturen we niets heen.';
  return null;
}
