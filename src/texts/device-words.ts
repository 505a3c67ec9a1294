const browsers: readonly (readonly [mark: string, name: string])[] = [
  ['YaBrowser/', 'Яндекс Браузер'],
  ['Edg/', 'Edge'],
  ['OPR/', 'Opera'],
  ['Firefox/', 'Firefox'],
  ['Chrome/', 'Chrome'],
  ['Safari/', 'Safari'],
];
const systems: readonly (readonly [mark: string, name: string])[] = [
  ['Android', 'Android'],
  ['iPhone', 'iPhone'],
  ['iPad', 'iPad'],
  ['Windows', 'Windows'],
  ['Mac OS', 'macOS'],
  ['Linux', 'Linux'],
];

const found = (agent: string, list: readonly (readonly [string, string])[]) =>
  list.find(([mark]) => agent.includes(mark))?.[1];

/** «Chrome, Windows» of what a browser says of itself; unknown ones as they call themselves. */
export function deviceInWords(agent: string): string {
  const words = [found(agent, browsers), found(agent, systems)].filter(Boolean);
  if (words.length > 0) return words.join(', ');
  return agent === 'unknown' || agent === '' ? 'неизвестное устройство' : agent.slice(0, 40);
}

/** Where a request came from; without a reverse proxy every address is the college's own net. */
export function placeInWords(address: string): string {
  if (address === 'direct' || address === 'local') return 'сеть колледжа';
  return address === 'unknown' ? 'адрес неизвестен' : address;
}
