import { spawn } from 'node:child_process';

/** Runs a Node script to its end; what it prints is shown only when it fails. @throws with its output */
export function runNode(args: readonly string[], env: NodeJS.ProcessEnv): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
    const die = () => child.kill();
    process.once('exit', die); // a stopped start leaves no build or seed behind
    let output = '';
    const keep = (chunk: Buffer) => {
      output = (output + chunk.toString()).slice(-20_000);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.once('error', reject);
    child.once('exit', (code) => {
      process.off('exit', die);
      if (code === 0) resolve();
      else reject(new Error(`${args.join(' ')} failed (${code}):\n${output}`));
    });
  });
}
