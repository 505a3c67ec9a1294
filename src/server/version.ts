import manifest from '../../package.json';

/** Version of the product as health, backups and printed papers name it. */
export const version: string = manifest.version;
