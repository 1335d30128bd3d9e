// Knows which addresses of the web may be asked (against SSRF):
// by their text, and by the machine that a name stands for.

import ip from 'ipaddr.js'
import { CaptureFailure } from '#engines/fetching/faults.ts'

/** What one use of the door may reach; tests hand in their own. */
export type Reach = { mayReach: (machine: string) => boolean; mayUsePort: (port: string) => boolean }

const openPorts = new Set(['', '80', '443', '8080', '8443'])
const longest = 2_048

// Asked of a resolver, these names tell it more than it tells us: none of them is on the open web (RFC 6761, 6762, 7686, 8375, 9476).
const specialName =
  /(^|\.)(localhost|localdomain|local|internal|intranet|lan|home|corp|private|home\.arpa|test|invalid|onion|alt)$|^[^.]*$|^\.|\.\.|\.$/

// The 6bone, given back in 2006; the library knows every other range that is set aside.
const sixBone = ip.IPv6.parseCIDR('3ffe::/16')
const global6 = ip.IPv6.parseCIDR('2000::/3')
// A public address that Azure answers from inside every machine it rents out.
const metadata4 = '168.63.129.16'

/** Whether a machine is on the open internet: everything is refused but global unicast. */
export function isOpen(machine: string): boolean {
  if (ip.IPv4.isValidFourPartDecimal(machine))
    return ip.IPv4.parse(machine).range() === 'unicast' && machine !== metadata4
  if (!ip.IPv6.isValid(machine)) return false
  const address = ip.IPv6.parse(machine)
  // ISATAP carries an IPv4 address in the last two groups, whatever the prefix is (RFC 5214).
  const isTunnel = ((address.parts[4] ?? 0) & 0xfcff) === 0 && address.parts[5] === 0x5efe
  return (
    !address.zoneId &&
    !isTunnel &&
    address.match(global6) &&
    address.range() === 'unicast' &&
    !address.match(sixBone)
  )
}

/** This machine and its own network, for trying things out; metadata services stay out of reach. */
export function isOpenOrPrivate(machine: string): boolean {
  if (isOpen(machine)) return true
  if (!ip.isValid(machine) || machine.includes('%')) return false
  const range = ip.process(machine).range()
  return (
    ['loopback', 'private', 'uniqueLocal'].includes(range) && !/^fd00:ec2::254$|^fd20:ce::254$/.test(machine)
  )
}

export const openWeb: Reach = { mayReach: isOpen, mayUsePort: (port) => openPorts.has(port) }
export const openOrPrivate: Reach = { mayReach: isOpenOrPrivate, mayUsePort: () => true }

function refuse(detail: string): never {
  throw new CaptureFailure('address-refused', { detail })
}

/** The name or number of the machine, as a resolver or a socket wants it. */
export function machineOf(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, '')
}

/** The address that a text stands for, checked as far as text goes; `from` is the page that pointed there. */
export function checkedAddress(text: string, reach: Reach, from?: URL): URL {
  if (text.length > longest) refuse(`The address is longer than ${longest} characters.`)
  if (/[\s\\\p{Cc}]/u.test(text) || !text.isWellFormed())
    refuse('The address holds a space, a backslash or a character that cannot be seen.')
  if (!from && !/^https?:\/\/[^/?#]/i.test(text))
    refuse('The address does not begin with http:// or https://.')
  if (/^([a-z][a-z\d+.-]*:)?\/\/[^/?#]*@/i.test(text)) refuse('The address holds a name or a password.')
  const url = URL.parse(text, from)
  if (!url) return refuse('This is not a complete web address.')
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    refuse('The address does not begin with http:// or https://.')
  if (url.username || url.password) refuse('The address holds a name or a password.')
  if (url.href.length > longest) refuse(`The address is longer than ${longest} characters.`)
  if (!reach.mayUsePort(url.port)) refuse(`The web is not served on port ${url.port}.`)
  url.hash = ''
  // One dot at the end says that the name is complete; certificates and Host headers are without it.
  if (/[^.]\.$/.test(url.hostname)) url.hostname = url.hostname.slice(0, -1)
  checkMachine(machineOf(url), reach)
  return url
}

function checkMachine(machine: string, reach: Reach): void {
  if (ip.isValid(machine)) {
    if (!reach.mayReach(machine)) refuse(`The machine ${machine} is not on the open web.`)
  } else if (specialName.test(machine) && !reach.mayReach('127.0.0.1')) {
    refuse(`The name ${machine} is not one of the open web.`)
  }
}

/** Every machine that a name stands for, or a refusal: one that is not open spoils them all. */
export function checkedMachines(name: string, found: string[], reach: Reach): string[] {
  if (found.length === 0) throw new CaptureFailure('dns', { detail: name })
  if (!found.every((machine) => reach.mayReach(machine)))
    refuse(`The name ${name} stands for a machine that is not on the open web.`)
  return found
}
