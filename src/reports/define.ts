import { Readable } from 'node:stream';
import type { z } from 'zod';
import type { Actor } from '@/access/actor';
import type { Permission } from '@/access/permissions';
import { Refusal } from '@/server/errors';
import type { ReportDocument } from './document';
import { reportCsv } from './render/csv';
import { reportPdf } from './render/pdf';
import { reportXlsx } from './render/xlsx';

export type ReportFormat = 'pdf' | 'xlsx' | 'csv';
export type ReportQuery = Record<string, string>;
export type ReportFile = { stream: Readable; name: string };

/** A parameter as the report's page asks for it; an empty choice is the natural default. `day`: a date is typed. */
export type ReportField = {
  name: string;
  label: string;
  day?: true;
  options: readonly { value: string; label: string }[];
  /** What stands for «nothing chosen»; absent where something must be. */
  empty?: string;
  value: string;
};

type Definition<Params, Data> = {
  id: string;
  title: string;
  purpose: string;
  permission: Permission;
  /** Of the whole college, and not of one group. */
  college?: true;
  /** Parameters from an address. */
  params: z.ZodType<Params>;
  fields: (actor: Actor, query: ReportQuery) => Promise<readonly ReportField[]>;
  /** Only fetches; null when there is nothing of it in the actor's sight. Arithmetic is `domain`. */
  load: (actor: Actor, params: Params) => Promise<Data | null>;
  build: (data: Data, actor: Actor) => ReportDocument;
  /** A form that the blocks cannot express. */
  pdf?: (actor: Actor, params: Params, signal: AbortSignal) => Promise<ReportFile | null>;
  /** The very document of the register, by its code. */
  printed?: (actor: Actor, code: string, signal: AbortSignal) => Promise<ReportFile | null>;
};

/** A report as its page, its downloads and the contract test know it. */
export type Report = Pick<
  Definition<never, never>,
  'id' | 'title' | 'purpose' | 'permission' | 'college' | 'fields' | 'printed'
> & {
  /** @throws Refusal INVALID with the names of bad parameters */
  document: (actor: Actor, query: ReportQuery) => Promise<ReportDocument | null>;
  /** @throws Refusal INVALID with the names of bad parameters */
  file: (actor: Actor, format: ReportFormat, query: ReportQuery, signal: AbortSignal) => Promise<ReportFile | null>;
};

/** One definition, four views: page, PDF, XLSX and CSV of the same cells (architecture.md, Reports). */
export function defineReport<Params, Data>(definition: Definition<Params, Data>): Report {
  const { id, title, purpose, permission, college, fields, params, load, build, pdf, printed } = definition;
  const document = async (actor: Actor, query: ReportQuery) => {
    const data = await load(actor, parsed(params, query));
    return data && build(data, actor);
  };
  return {
    ...{ id, title, purpose, permission, fields, document },
    ...(college ? { college } : {}),
    ...(printed ? { printed } : {}),
    file: async (actor, format, query, signal) => {
      if (format === 'pdf' && pdf) return pdf(actor, parsed(params, query), signal);
      const made = await document(actor, query);
      return made && { stream: await rendered(made, format, signal), name: `${made.fileName}.${format}` };
    },
  };
}

async function rendered(document: ReportDocument, format: ReportFormat, signal: AbortSignal): Promise<Readable> {
  if (format === 'pdf') return reportPdf(document, signal);
  const bytes = format === 'xlsx' ? await reportXlsx(document) : reportCsv(document);
  return Readable.from([bytes], { objectMode: false });
}

function parsed<Params>(schema: z.ZodType<Params>, query: ReportQuery): Params {
  const result = schema.safeParse(Object.fromEntries(Object.entries(query).filter(([, value]) => value !== '')));
  if (result.success) return result.data;
  const fields = [...new Set(result.error.issues.map((issue) => issue.path.join('.') || 'параметры'))];
  throw new Refusal('INVALID', { fields });
}
