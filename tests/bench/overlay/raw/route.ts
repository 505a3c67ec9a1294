import pg from 'pg';

const pool = new pg.Pool({ connectionString: process.env.BENCH_RAW_URL, max: 10 });

/** The floor of saving: a handler doing one insert and commit. Exists in the benchmark's build only. */
export async function PATCH(request: Request): Promise<Response> {
  const body = await request.json();
  await pool.query('INSERT INTO bench_raw (body, at) VALUES ($1, now())', [JSON.stringify(body)]);
  return Response.json({ ok: true });
}
