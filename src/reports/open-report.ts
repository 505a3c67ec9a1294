import type { Actor } from '@/access/actor';
import { Refusal } from '@/server/errors';
import { errorText } from '@/texts/errors';
import type { Report, ReportField, ReportQuery } from './define';
import type { ReportDocument } from './document';

type Opened = {
  fields: readonly ReportField[];
  /** Null while nothing is chosen, or when what was typed is refused. */
  document: ReportDocument | null;
  refusal: string | null;
  /** What was asked, as the files are asked for it. */
  address: string;
};

/** What a report's page shows for an address; null when it asks for something out of the actor's sight. */
export async function openReport(
  report: Report,
  actor: Actor,
  search: Record<string, string | string[] | undefined>,
): Promise<Opened | null> {
  const query: ReportQuery = Object.fromEntries(
    Object.entries(search).flatMap(([name, value]) =>
      typeof value === 'string' && value !== '' ? [[name, value]] : [],
    ),
  );
  const fields = await report.fields(actor, query);
  const opened = { fields, document: null, refusal: null, address: new URLSearchParams(query).toString() };
  if (Object.keys(query).length === 0) return opened;
  try {
    const document = await report.document(actor, query);
    return document && { ...opened, document };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { ...opened, refusal: errorText(error.code, error.options) };
  }
}
