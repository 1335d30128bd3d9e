import { expect, test } from 'vitest'
import { staticParts } from './static-render.ts'

const Greeting = ({ to }: { to: string }) => (
  <p title={to}>
    Hello, {to} <b>!</b>
  </p>
)

test('each part is drawn whole, and is counted', () => {
  const { render, parts } = staticParts()
  expect([render(<Greeting to="you" />), render([<i key="1">a</i>, 'b', null])]).toEqual([0, 1])
  expect(parts).toEqual(['<p title="you">Hello, you <b>!</b></p>', '<i>a</i>b'])
})

test('nobody’s words become an element or an attribute', () => {
  const { render, parts } = staticParts()
  render(<Greeting to={`"><script>run()</script><div data-static-part="0"></div>`} />)
  expect(parts[0]).not.toMatch(/<script|data-static-part="/)
  expect(parts[0]?.match(/<\w+/g)).toEqual(['<p', '<b'])
})

test('what would wait is refused, and not left out', () => {
  const Late = async () => <p>late</p>
  expect(() => staticParts().render(<Late />)).toThrow()
})
