import type { ComponentProps } from 'react'

const shape =
  'inline-flex min-h-9 cursor-pointer print:hidden items-center justify-center gap-1.5 rounded border px-3.5 py-1.5 font-sans text-sm font-medium no-underline disabled:cursor-not-allowed disabled:opacity-60'
const looks = {
  main: 'border-accent bg-accent text-accent-ink hover:opacity-90',
  plain: 'border-edge bg-transparent text-ink hover:bg-leaf',
  grave: 'border-fault bg-transparent text-fault hover:bg-leaf',
}
type Look = { look?: keyof typeof looks }

export function Button({ look = 'plain', className = '', ...rest }: ComponentProps<'button'> & Look) {
  return <button className={`${shape} ${looks[look]} ${className}`} {...rest} />
}

export function ButtonLink({ look = 'plain', className = '', ...rest }: ComponentProps<'a'> & Look) {
  return <a className={`${shape} ${looks[look]} ${className}`} {...rest} />
}
