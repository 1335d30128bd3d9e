// Minimum versions of libraries that had security holes. A copy below its floor, also one that another
// library brings, fails testing/floors.test.ts; one not here yet is listed so that it cannot come in below.

type Floor = { name: string; lowest: string; because: string }

export const floors: Floor[] = [
  {
    name: 'next',
    lowest: '16.2.11',
    because: 'GHSA-6gpp-xcg3-4w24, GHSA-267c-6grr-h53f, GHSA-c4j6-fc7j-m34r',
  },
  { name: 'react', lowest: '19.2.6', because: 'CVE-2025-55182, CVE-2026-23870' },
  { name: 'react-dom', lowest: '19.2.6', because: 'CVE-2025-55182, CVE-2026-23870' },
  { name: 'better-auth', lowest: '1.6.22', because: 'GHSA-qq9h-g4jm-xgf3, GHSA-xg6x-h9c9-2m83' },
  { name: '@better-auth/passkey', lowest: '1.6.22', because: 'goes with better-auth' },
  { name: 'undici', lowest: '7.24.4', because: 'CVE-2026-22036, CVE-2026-1525, CVE-2026-1527' },
  { name: 'nodemailer', lowest: '9.1.1', because: 'GHSA-c7w3-x93f-qmm8, CVE-2025-13033' },
  { name: 'pdfjs-dist', lowest: '6.2.108', because: 'CVE-2026-16633, CVE-2024-4367' },
  { name: 'dompurify', lowest: '3.4.11', because: 'CVE-2026-41238, CVE-2026-49978' },
  { name: 'sanitize-html', lowest: '2.17.6', because: 'CVE-2026-44990' },
  { name: '@mozilla/readability', lowest: '0.6.0', because: 'GHSA-3p6v-hrg8-8qj7' },
]
