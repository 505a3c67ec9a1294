import { EnvError } from '@/server/env';
import { UsageError } from './usage';

type Command = { summary: string; run: (args: readonly string[]) => Promise<void> };

/** Every command in its own file, loaded only when asked for. */
const commands: Record<string, Command> = {
  demo: {
    summary: 'the demo college on this machine: database, data, build, server',
    run: async () => (await import('./demo')).runDemo(),
  },
  dev: {
    summary: 'the same with hot reload',
    run: async () => (await import('./dev')).runDev(),
  },
  build: {
    summary: 'the database client and the production build, for an image (start makes both where it may write)',
    run: async () => (await import('./build')).runBuild(),
  },
  start: {
    summary: 'production: needs DATABASE_URL, NEXTAUTH_SECRET, NEXTAUTH_URL',
    run: async () => (await import('./start')).runStart(),
  },
  worker: {
    summary: 'background jobs: prints of the whole college, nightly clean-up',
    run: async () => (await import('./worker')).runWorker(),
  },
  migrate: {
    summary: 'brings the schema up to this program, as DATABASE_OWNER_URL (start does it too where it knows the owner)',
    run: async () => (await import('./migrate')).runMigrate(),
  },
  install: {
    summary: 'install --name … --city … --time-zone Europe/Samara: the institution in an empty database',
    run: async (args) => (await import('./install')).runInstall(args),
  },
  doctor: {
    summary: 'names what is wrong with this installation and the remedy',
    run: async () => (await import('./doctor/doctor')).runDoctor(),
  },
  data: {
    summary: 'data generate --groups 85 --years 5: a large college in an empty database',
    run: async (args) => (await import('./data-generate')).runDataGenerate(args),
  },
  user: {
    summary: 'user create|reset-password|block: accounts; a one-time password is shown once',
    run: async (args) => (await import('./user')).runUser(args),
  },
  year: {
    summary: 'year check|close|undo|open: what is missing, closing a year, undoing it, opening the next one',
    run: async (args) => (await import('./year')).runYear(args),
  },
  import: {
    summary: 'import <kind> <file> [--check]: a table in XLSX or CSV; every row is checked, all is written or nothing',
    run: async (args) => (await import('./import-table')).runImport(args),
  },
  export: {
    summary: 'export <kind> <file.xlsx|file.csv>: all records of a kind; brought back unchanged they change nothing',
    run: async (args) => (await import('./export-table')).runExport(args),
  },
  sbom: {
    summary: 'prints what the product is made of (CycloneDX), for the register of a release',
    run: async () => (await import('./sbom')).runSbom(),
  },
  backup: {
    summary: 'backup create|list|verify|restore|drill|sheet: copies of the whole database, and back from them',
    run: async (args) => (await import('./backup/backup')).runBackup(args),
  },
  seed: {
    summary: 'fills an empty database with the demo college (demo does it by itself)',
    run: async () => (await import('./seed')).runSeed(),
  },
};

const help = `Usage: npm run cli -- <command>\n\n${Object.entries(commands)
  .map(([name, { summary }]) => `  ${name.padEnd(8)} ${summary}`)
  .join('\n')}\n\nExit code: 0 done, 1 refused, 2 usage.`;

async function main([name, ...args]: readonly string[]): Promise<number> {
  if (name === '--help' || name === '-h' || args.includes('--help')) {
    console.log(help);
    return 0;
  }
  const command = name === undefined ? undefined : commands[name];
  if (!command) throw new UsageError(name === undefined ? 'a command is missing' : `there is no command «${name}»`);
  await command.run(args);
  return 0;
}

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error: unknown) => {
    if (error instanceof UsageError) console.error(`${error.message}\n\n${help}`);
    else console.error(error instanceof EnvError || !(error instanceof Error) ? String(error) : error.message);
    process.exit(error instanceof UsageError ? 2 : 1);
  },
);
