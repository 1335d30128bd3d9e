/** @type {import('next').NextConfig} */
export default {
  poweredByHeader: false,
  // The decoder behind the optimiser has had remote code execution; the product shows no photographs.
  images: { unoptimized: true },
  // Metadata waits for the page, so that a page is one whole answer and its status code is right.
  htmlLimitedBots: /.*/,
  // npm test checks the types of everything; whoever starts the product need not wait for it again.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ['pg', 'graphile-worker', 'pino', 'undici'],
  experimental: { authInterrupts: true, serverActions: { bodySizeLimit: '13mb' } },
}
