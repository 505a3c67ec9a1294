import Link from 'next/link';
import { Button } from '@/ui/button';
import type { RegulationForm as Form } from '../load-regulation-form';
import { RegulationForm } from './regulation-form';
import './regulation-form.css';

/** A new version of the regulation: what it begins with, then its settings. */
export function RegulationEditPage({ form }: { form: Form }) {
  return (
    <div className="single">
      <Link href="/admin/regulation" prefetch={false}>
        ‹ Положение о журнале
      </Link>
      <div className="day-head">
        <h1>Новая редакция положения</h1>
      </div>
      <form className="search-line" action="/admin/regulation/edit">
        <label htmlFor="base">Взять за основу</label>
        <select id="base" className="input" name="base" defaultValue={form.base}>
          {form.bases.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </select>
        <Button type="submit">Взять</Button>
      </form>
      <RegulationForm key={form.base} form={form} />
    </div>
  );
}
