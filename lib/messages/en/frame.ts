// The page frame (header, navigation, footer): what stands around every public page.

export const frame = {
  product: 'Followthrough',
  description: 'Whether what leaders promised at a summit is being done, and the sentence that proves it.',
  skip: 'Skip to the content',
  main: 'Main',
  languages: 'Languages',
  dashboard: 'Dashboard',
  commitments: 'Commitments',
  search: 'Search',
  searchEngine: 'Followthrough',
  methodology: 'Methodology',
  ledger: 'Ledger',
  desk: 'Desk',
  signIn: 'Sign in',
  demo: 'Demonstration data: real commitments and sources, loaded to show how the tracker works.',
  foot: 'Every status rests on evidence that can be read; every change stands in the <ledger>ledger</ledger>, and what was wrong among the <corrections>corrections</corrections>. How it is counted: <methodology>methodology</methodology>.',
  error: 'Error: {title}',
  notFound: 'Not found',
  nothingHere: 'There is nothing at this address',
  nothingHereWhy:
    'Perhaps it was mistyped, or never existed: what is published here is never removed. Look through <commitments>all commitments</commitments>, or start at the <dashboard>dashboard</dashboard>.',
  onlyEnglish: 'Only in English',
  onlyChinese: 'Only in Chinese',
  pages: 'Pages',
  pageOf: 'Page {page, number} of {pages, number}',
  earlierPage: 'Earlier page',
  nextPage: 'Next page',
  onlyPages:
    '{pages, plural, one {There is only # page} other {There are only # pages}}. <link>Go to the last one</link>.',
} as const
