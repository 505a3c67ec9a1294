import { cpSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** A copy of the build in which `src/proxy.ts` is not there: what it refuses early, pages and commands must refuse too (T-024). */
export function buildWithoutProxy(): { folder: string; remove: () => void } {
  const folder = path.resolve('.data', 'test', `without-proxy-${process.pid}`);
  const remove = () => rmSync(folder, { recursive: true, force: true });
  remove();
  cpSync('.next', path.join(folder, '.next'), {
    recursive: true,
    verbatimSymlinks: true,
    filter: (file) => !/^\.next[/\\](cache|trace|dev)/.test(file),
  });
  for (const served of ['package.json', 'next.config.ts', 'public', path.join('docs', 'guides')]) {
    cpSync(served, path.join(folder, served), { recursive: true });
  }
  symlinkSync(path.resolve('node_modules'), path.join(folder, 'node_modules'));
  const list = path.join(folder, '.next', 'server', 'functions-config-manifest.json');
  const manifest = JSON.parse(readFileSync(list, 'utf8')) as { functions: Record<string, unknown> };
  if (!manifest.functions['/_middleware']) throw new Error('the build names its proxy elsewhere');
  delete manifest.functions['/_middleware'];
  writeFileSync(list, JSON.stringify(manifest));
  return { folder, remove };
}
