/** What may be attached to a lesson (T-047): documents and pictures that no browser runs. */
export const fileKinds = ['pdf', 'jpeg', 'png', 'docx', 'xlsx', 'odt', 'txt'] as const;

export type FileKind = (typeof fileKinds)[number];

/** Where a file of a lesson belongs: to its homework or to the lesson itself. */
export const fileParts = ['homework', 'material'] as const;

export type FilePart = (typeof fileParts)[number];

/** Bytes: of a file, of all files that a person keeps (T-042, T-047), and of a piece in which they travel and lie. */
export const fileLimits = { file: 20 * 1024 * 1024, person: 200 * 1024 * 1024, chunk: 256 * 1024 } as const;

/** Files of one lesson, so that its list stays one. */
export const filesOfLesson = 20;

/** Endings of a name that suit a content, the usual one first. */
export const fileEndings: Readonly<Record<FileKind, readonly string[]>> = {
  pdf: ['pdf'],
  jpeg: ['jpg', 'jpeg'],
  png: ['png'],
  docx: ['docx'],
  xlsx: ['xlsx'],
  odt: ['odt'],
  txt: ['txt'],
};
