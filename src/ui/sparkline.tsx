type SparklineProps = {
  /** In order of time; null leaves a gap. */
  values: readonly (number | null)[];
  /** The lowest and the highest value that there can be. */
  range: readonly [number, number];
  /** The same in words, for those who do not see it and for paper without colours. */
  label: string;
};

const width = 92;
const height = 22;
const edge = 4;

/** A small trend: a line over the bottom rule, a dot at the last value. Lines only, so that it prints. */
export function Sparkline({ values, range: [low, high], label }: SparklineProps) {
  const x = (place: number) =>
    values.length < 2 ? width / 2 : edge + (place * (width - 2 * edge)) / (values.length - 1);
  const y = (value: number) => height - edge - ((value - low) * (height - 2 * edge)) / (high - low);
  const points = values.flatMap((value, place) => (value === null ? [] : [{ x: x(place), y: y(value) }]));
  const last = points.at(-1);
  return (
    <svg
      className="sparkline"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={label}
    >
      <path d={`M0 ${height - 2.5}H${width}`} className="sparkline-rule" />
      <polyline
        className="sparkline-line"
        points={points.map((one) => `${one.x.toFixed(1)},${one.y.toFixed(1)}`).join(' ')}
      />
      {last && <circle cx={last.x} cy={last.y} r={3} className="sparkline-end" />}
    </svg>
  );
}
