import { z } from 'zod';
import { withFiles } from './env-files';
import { isLoopbackHost, secretWeakness } from './secret-strength';

const postgresUrl = z
  .string({ error: 'is not set; give postgresql://user:password@host:5432/database' })
  .regex(/^postgres(ql)?:\/\/[^\s]+$/, 'must look like postgresql://user:password@host:5432/database');

/** Empty variables count as absent: compose files and CI pass `VAR=` for «not given». */
const optional = <T extends z.ZodType>(type: T) => z.preprocess((value) => (value === '' ? undefined : value), type);

const envSchema = z.object({
  VEDOMOST_MODE: optional(z.enum(['demo', 'dev', 'production', 'test']).default('production')),
  DATABASE_URL: postgresUrl,
  DATABASE_OWNER_URL: optional(postgresUrl.optional()),
  NEXTAUTH_SECRET: z.string({ error: 'is not set; make one with: openssl rand -base64 48' }),
  NEXTAUTH_URL: z.url({ protocol: /^https?$/, error: 'is not set or is no address; give https://journal.example.ru' }),
  NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: optional(
    z
      .base64({ error: 'must be base64 of 16, 24 or 32 random bytes' })
      .refine((key) => [16, 24, 32].includes(Buffer.from(key, 'base64').length), 'must be 16, 24 or 32 random bytes')
      .optional(),
  ),
  PORT: optional(z.coerce.number().int().min(1).max(65535).default(3000)),
  LISTEN_HOST: optional(z.string().optional()),
  DATA_DIR: optional(z.string().default('.data')),
  DEMO_DATE: optional(z.iso.date({ error: 'must be a date, YYYY-MM-DD' }).optional()),
  TRAINING_URL: optional(
    z.url({ protocol: /^https?$/, error: 'must be an address like https://training.example.ru' }).optional(),
  ),
  TRUSTED_PROXY_HOPS: optional(z.coerce.number().int().min(0).max(3).default(0)),
  SECURITY_CONTACT: optional(
    z.url({ protocol: /^(https|mailto|tel)$/, error: 'must be mailto:…, tel:… or https://…' }).optional(),
  ),
  BACKUP_DIR: optional(z.string().optional()),
  BACKUP_DIR_2: optional(z.string().optional()),
  BACKUP_PASSPHRASE: optional(z.string().min(20, 'must be at least 20 characters long').optional()),
});

/** Everything the process is told from outside. Paths are relative to the working folder. */
export type Env = {
  mode: 'demo' | 'dev' | 'production' | 'test';
  databaseUrl: string;
  /** Role that owns the schema; absent in the running application, where only migrations need it. */
  databaseOwnerUrl: string | undefined;
  authSecret: string;
  /** Public address without a trailing slash; the only Origin that writes are accepted from (T-067). */
  publicUrl: string;
  actionsKey: string | undefined;
  port: number;
  /** Address of the network card to listen on; absent: loopback for a loopback publicUrl, else all of them. */
  listenHost: string | undefined;
  dataDir: string;
  demoDate: string | undefined;
  /** How many reverse proxies stand before us; 0 = X-Forwarded-For is never believed (T-005). */
  trustedProxyHops: number;
  /** Whom security.txt names: `mailto:…`, `tel:…` or `https://…`. */
  securityContact: string | undefined;
};

type Source = Record<string, string | undefined>;

/** A start that must not happen: each problem names its variable. */
export class EnvError extends Error {
  override readonly name = 'EnvError';
  constructor(readonly problems: readonly string[]) {
    super(`The configuration is refused:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
  }
}

/** Parses the variables of `source`. @throws EnvError listing every problem, in production also weak ones (T-001). */
export function parseEnv(source: Source): Env {
  const parsed = envSchema.safeParse(source);
  if (!parsed.success) {
    throw new EnvError(parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`));
  }
  const values = parsed.data;
  const problems = values.VEDOMOST_MODE === 'production' ? productionProblems(values) : [];
  if (problems.length > 0) throw new EnvError(problems);
  return {
    mode: values.VEDOMOST_MODE,
    databaseUrl: values.DATABASE_URL,
    databaseOwnerUrl: values.DATABASE_OWNER_URL,
    authSecret: values.NEXTAUTH_SECRET,
    publicUrl: new URL(values.NEXTAUTH_URL).origin,
    actionsKey: values.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY,
    port: values.PORT,
    listenHost: values.LISTEN_HOST,
    dataDir: values.DATA_DIR,
    demoDate: values.DEMO_DATE,
    trustedProxyHops: values.TRUSTED_PROXY_HOPS,
    securityContact: values.SECURITY_CONTACT,
  };
}

function productionProblems(values: z.infer<typeof envSchema>): string[] {
  const problems: string[] = [];
  const weakness = secretWeakness(values.NEXTAUTH_SECRET);
  if (weakness) problems.push(`NEXTAUTH_SECRET ${weakness}; make one with: openssl rand -base64 48`);
  const address = new URL(values.NEXTAUTH_URL);
  if (address.protocol !== 'https:' && !isLoopbackHost(address.hostname)) {
    problems.push('NEXTAUTH_URL must begin with https:// unless the server is on this very machine');
  }
  const password = decodeURIComponent(new URL(values.DATABASE_URL).password);
  if (['postgres', 'password', 'vedomost', 'secret', 'changeme'].includes(password)) {
    problems.push('DATABASE_URL carries a password that everybody knows; change it with ALTER ROLE … PASSWORD');
  }
  return problems;
}

let cached: Env | undefined;

/** The environment of this process, parsed once. Lazy, so that a build needs none of it. @throws EnvError */
export function env(): Env {
  cached ??= parseEnv(withFiles(process.env));
  return cached;
}

/** Whether this is the invented college on which people learn (R-018): a production start refuses to be one. */
export function isTraining(): boolean {
  return ['demo', 'dev'].includes(env().mode);
}

/**
 * Where things go on this machine: what the command line needs before secrets and a database exist. `trainingUrl`: the public address
 * of a demo college on which people learn (R-018). @throws EnvError
 */
export function localSettings(): Pick<Env, 'port' | 'dataDir' | 'demoDate'> & { trainingUrl: string | undefined } {
  const names = { PORT: true, DATA_DIR: true, DEMO_DATE: true, TRAINING_URL: true } as const;
  const { PORT, DATA_DIR, DEMO_DATE, TRAINING_URL } = pick(envSchema.pick(names));
  const trainingUrl = TRAINING_URL === undefined ? undefined : new URL(TRAINING_URL).origin;
  return { port: PORT, dataDir: DATA_DIR, demoDate: DEMO_DATE, trainingUrl };
}

/** What a command needs that works on the schema and on nothing else. @throws EnvError */
export function databaseSettings(): Pick<Env, 'databaseUrl' | 'databaseOwnerUrl'> {
  const values = pick(envSchema.pick({ DATABASE_URL: true, DATABASE_OWNER_URL: true }));
  return { databaseUrl: values.DATABASE_URL, databaseOwnerUrl: values.DATABASE_OWNER_URL };
}

/** Folders of the two media that copies go to, and the phrase from which their key is made (T-113, T-114). @throws EnvError */
export function backupSettings(): { folders: (string | undefined)[]; passphrase: string | undefined } {
  const values = pick(envSchema.pick({ BACKUP_DIR: true, BACKUP_DIR_2: true, BACKUP_PASSPHRASE: true }));
  return { folders: [values.BACKUP_DIR, values.BACKUP_DIR_2], passphrase: values.BACKUP_PASSPHRASE };
}

/** Whether a database of one's own is named; without one the command line takes the embedded one. */
export function namesDatabase(): boolean {
  return withFiles(process.env).DATABASE_URL !== undefined;
}

function pick<Schema extends z.ZodType>(schema: Schema): z.output<Schema> {
  const parsed = schema.safeParse(withFiles(process.env));
  if (parsed.success) return parsed.data;
  throw new EnvError(parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`));
}

/** Environment for a child process: ours with `changes`; `undefined` removes a variable. */
export function childEnv(changes: Source): NodeJS.ProcessEnv {
  const merged: Source = { ...process.env, ...changes };
  for (const [name, value] of Object.entries(merged)) if (value === undefined) delete merged[name];
  return merged as NodeJS.ProcessEnv;
}

/** Whether npm started this process; then npm's death is a wish to stop. */
export function startedByNpm(): boolean {
  return process.env.npm_lifecycle_event !== undefined;
}

/** Puts variables into this very process (a command that seeds in process); forgets what was parsed before. */
export function assumeEnv(changes: Source): void {
  for (const [name, value] of Object.entries(changes)) if (value !== undefined) process.env[name] = value;
  cached = undefined;
}
