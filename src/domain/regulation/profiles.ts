import { demo } from './profiles/demo';
import { s0 } from './profiles/s0';
import { s1 } from './profiles/s1';
import { s2 } from './profiles/s2';
import { s3 } from './profiles/s3';
import { s4 } from './profiles/s4';
import type { Regulation } from './regulation';

export type ProfileId = Regulation['profile'];

/** One ready regulation per source document and the demo college's own; the administrator picks one and edits it. */
export const profiles: { readonly [Id in ProfileId]: Regulation } = { s0, s1, s2, s3, s4, demo };
