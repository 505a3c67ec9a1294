import type { RegulationEdits } from '@/domain/regulation/edit-regulation';

/** A part of the form: what it shows and how it changes it. */
export type FieldsProps = { edits: RegulationEdits; set: (change: Partial<RegulationEdits>) => void };
