import { expect, it } from 'vitest';
import { netwerk } from './index.ts';

it('an address of IPv6 counts as its network, one of IPv4 as itself, however it is written', () => {
  expect(netwerk('2001:db8:1:2:3:4:5:6')).toBe(netwerk('2001:0db8:1:2:ffff::1'));
  expect(netwerk('2001:db8:1:2::1')).not.toBe(netwerk('2001:db8:1:3::1'));
  expect(netwerk('::ffff:192.0.2.1')).toBe('192.0.2.1');
  expect(netwerk('fe80::1%eth0')).toBe(netwerk('fe80::2'));
  expect(netwerk('::1')).toBe('0:0:0:0::/64');
  expect(netwerk('lokaal')).toBe('lokaal');
});
