/** SQLSTATEs, Prisma's codes and pg's own words for «the database went away or does not let us in now». */
const codes = /^(08\w{3}|57P0[1-3]|53300|P1001|P1002|P1008|P1017|P2024|P2028|ECONN(REFUSED|RESET)|EPIPE|ETIMEDOUT)$/;
const words = [
  "Can't reach database server",
  'Server has closed the connection',
  'Connection terminated',
  'connection error and is not queryable',
  'timeout exceeded when trying to connect',
  'starting up',
  'shutting down',
  'terminating connection',
  'in recovery mode',
  // kinds of the driver's adapter, bare where a transaction could not even begin or end
  'ConnectionClosed',
  'DatabaseNotReachable',
  'SocketTimeout',
];

/** Whether a SQLSTATE or a code of Prisma or Node says that the database was away. */
export function isConnectionLostCode(code: string | undefined): boolean {
  return code !== undefined && codes.test(code);
}

/**
 * Whether a failure only means that the database was away: the act may have happened or not, and repeating it under the
 * same idempotency key is right (T-092, T-093). Looks through wrappers (`cause`), pg's and Prisma's alike.
 */
export function isConnectionLost(error: unknown): boolean {
  for (let at = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth += 1) {
    const { message } = at;
    if ('code' in at && typeof at.code === 'string' && isConnectionLostCode(at.code)) return true;
    if (words.some((word) => message.includes(word))) return true;
  }
  return false;
}
