import { describe, expect, test } from 'vitest'
import {
  checkedAddress,
  checkedMachines,
  isOpen,
  isOpenOrPrivate,
  openOrPrivate,
  openWeb,
} from '#engines/fetching/addresses.ts'
import { CaptureFailure } from '#engines/fetching/faults.ts'
import { honest, hostile, machines } from '#lab/addresses.ts'

function faultOf(act: () => unknown): string {
  try {
    return String(act())
  } catch (error) {
    return error instanceof CaptureFailure ? error.fault : `not a failure of a capture: ${error}`
  }
}

describe('the text of an address', () => {
  for (const [why, addresses] of Object.entries(hostile))
    test(`${why}: none of ${addresses.length} is asked`, () => {
      const faults = addresses.map((each) => [each, faultOf(() => checkedAddress(each, openWeb))])
      expect(faults).toEqual(addresses.map((each) => [each, 'address-refused']))
    })

  test('there are enough of them', () => {
    expect(Object.values(hostile).flat().length).toBeGreaterThanOrEqual(180)
    expect(new Set(Object.values(hostile).flat()).size).toBe(Object.values(hostile).flat().length)
    expect(honest.length).toBe(17)
  })

  test.each(honest)('%s is asked as %s', (address, asked) => {
    expect(checkedAddress(address, openWeb).href).toBe(asked)
  })

  test('the same holds for where a page points to', () => {
    const from = new URL('https://news.example.com/a/b?c')
    for (const each of Object.values(hostile).flat()) {
      // An address that is refused only for being incomplete is complete beside the page that points to it.
      const found = faultOf(() => checkedAddress(each, openWeb, from))
      if (found !== 'address-refused') expect(new URL(found).hostname).toBe('news.example.com')
    }
    expect(checkedAddress('../d#e', openWeb, from).href).toBe('https://news.example.com/d')
    expect(checkedAddress('//other.example.com/f', openWeb, from).href).toBe('https://other.example.com/f')
    expect(faultOf(() => checkedAddress('//127.0.0.1/', openWeb, from))).toBe('address-refused')
    expect(faultOf(() => checkedAddress('//a:b@other.example.com/', openWeb, from))).toBe('address-refused')
    // Beside https, this is a path; beside http, it is a whole address.
    const plain = new URL('http://news.example.com/')
    for (const each of ['https:a:b@other.example.com/', 'https:/a@other.example.com/', 'https:127.0.0.1/'])
      expect(faultOf(() => checkedAddress(each, openWeb, plain))).toBe('address-refused')
  })

  test('any text at all is an address or a refusal', () => {
    for (const each of ['', 'http://', 'http:///', '://', 'http://[', 'http://%', 'http://\u0000', '\ud800'])
      expect(faultOf(() => checkedAddress(each, openWeb))).toBe('address-refused')
  })
})

describe('the machine behind a name', () => {
  test.each(machines.closed)('%s is not open', (machine) => expect(isOpen(machine)).toBe(false))
  test.each(machines.open)('%s is open', (machine) => expect(isOpen(machine)).toBe(true))

  test('one answer that is not open spoils them all', () => {
    expect(checkedMachines('a.example', ['93.184.216.34', '2606:2800:21f::1'], openWeb)).toHaveLength(2)
    for (const bad of machines.closed) {
      expect(faultOf(() => checkedMachines('a.example', ['93.184.216.34', bad], openWeb))).toBe(
        'address-refused',
      )
      expect(faultOf(() => checkedMachines('a.example', [bad, '93.184.216.34'], openWeb))).toBe(
        'address-refused',
      )
    }
    expect(faultOf(() => checkedMachines('a.example', [], openWeb))).toBe('dns')
  })

  test('where private machines are allowed, metadata services and everything else stay closed', () => {
    for (const each of ['127.0.0.1', '10.1.2.3', '192.168.0.9', '::1', 'fd12::1', '93.184.216.34'])
      expect([each, isOpenOrPrivate(each)]).toEqual([each, true])
    for (const each of [
      '169.254.169.254',
      'fd00:ec2::254',
      'fd20:ce::254',
      '100.100.100.200',
      '168.63.129.16',
    ])
      expect([each, isOpenOrPrivate(each)]).toEqual([each, false])
    for (const each of ['0.0.0.0', '::', '224.0.0.1', '255.255.255.255', 'fe80::1', '::ffff:169.254.169.254'])
      expect([each, isOpenOrPrivate(each)]).toEqual([each, false])
    expect(checkedAddress('http://localhost:5173/a', openOrPrivate).port).toBe('5173')
    expect(faultOf(() => checkedAddress('http://a:b@localhost/', openOrPrivate))).toBe('address-refused')
  })
})
