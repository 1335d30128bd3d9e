import { expect, test } from 'vitest'
import { apart } from './apart.ts'

const Greeting = ({ to }: { to: string }) => (
  <p title={to}>
    Hello, {to} <b>!</b>
  </p>
)

test('each part is drawn whole, and its mark says which it is', () => {
  const { draw, parts } = apart()
  expect([draw(<Greeting to="you" />), draw([<i key="1">a</i>, 'b', null])]).toEqual([
    '<!--apart 0-->',
    '<!--apart 1-->',
  ])
  expect(parts).toEqual(['<p title="you">Hello, you <b>!</b></p>', '<i>a</i>b'])
})

test('nobody’s words become a mark, an element or an attribute', () => {
  const { draw, parts } = apart()
  draw(<Greeting to={`"><script>run()</script><!--apart 0-->`} />)
  expect(parts[0]).not.toMatch(/<script|<!--/)
  expect(parts[0]?.match(/<\w+/g)).toEqual(['<p', '<b'])
})

test('what would wait is refused, and not left out', () => {
  const Late = async () => <p>late</p>
  expect(() => apart().draw(<Late />)).toThrow()
})
