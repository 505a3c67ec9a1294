import { connection } from 'next/server';
import { securityTxt } from '@/features/institution/security-txt';
import { env } from '@/server/env';

/** Public: whom to tell of a hole in the journal (RFC 9116). */
export async function GET(): Promise<Response> {
  await connection();
  return new Response(securityTxt(env(), new Date()), { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
}
