// The version of the extractor, in a file apart from the extractor, which is large and reads hostile pages.

/** Raised with every change of what is read, so that an older reading of the same bytes can be told from a newer. */
export const extractorVersion = 'read-2'
