import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { RegisterPage } from '@/reports/components/register-page';
import { loadRegister } from '@/reports/register/load-register';
import { registerParams } from '@/reports/register/register-params';
import { requireActor } from '@/server/session';
import { Page } from '@/ui/page';

export const metadata: Metadata = { title: 'Реестр напечатанного' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function RegisterOfPrints({ searchParams }: Props) {
  const actor = await requireActor();
  const query = Object.fromEntries(
    Object.entries(await searchParams).flatMap(([name, value]) =>
      typeof value === 'string' && value !== '' ? [[name, value]] : [],
    ),
  );
  const register = await loadRegister(actor, registerParams.safeParse(query).data ?? {});
  if (!register) notFound();
  return (
    <Page>
      <div className="single-wide report">
        <h1>Реестр напечатанного</h1>
        <RegisterPage register={register} query={query} />
      </div>
    </Page>
  );
}
