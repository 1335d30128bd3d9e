import { expect, test } from 'vitest'
import { apart } from './static-render.ts'

const Greeting = ({ to }: { to: string }) => (
  <p title={to}>
    Hello, {to} <b>!</b>
  </p>
)

test('each part is drawn whole, and is counted', () => {
  const { draw, parts } = apart()
  expect([draw(<Greeting to="you" />), draw([<i key="1">a</i>, 'b', null])]).toEqual([0, 1])
  expect(parts).toEqual(['<p title="you">Hello, you <b>!</b></p>', '<i>a</i>b'])
})

test('nobody’s words become an element or an attribute', () => {
  const { draw, parts } = apart()
  draw(<Greeting to={`"><script>run()</script><div data-apart="0"></div>`} />)
  expect(parts[0]).not.toMatch(/<script|data-apart="/)
  expect(parts[0]?.match(/<\w+/g)).toEqual(['<p', '<b'])
})

test('what would wait is refused, and not left out', () => {
  const Late = async () => <p>late</p>
  expect(() => apart().draw(<Late />)).toThrow()
})
