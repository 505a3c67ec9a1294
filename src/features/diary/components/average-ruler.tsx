import type { Bounds } from '@/domain/grading/proposal';
import { average as comma } from '@/texts/format';

const left = 14;
const right = 322;
/** Hundredths 200–500 on a ruler of 308 units. */
const at = (hundredths: number) => left + ((Math.min(500, Math.max(200, hundredths)) - 200) * (right - left)) / 300;

const ticks = Array.from({ length: 31 }, (_, index) => {
  const top = index % 10 === 0 ? 34 : index % 5 === 0 ? 38 : 40;
  return `M${at(200 + index * 10).toFixed(1)} 44V${top}`;
}).join('');

/** Where the average stands between the thresholds; the same in words for those who do not see it. */
export function AverageRuler({ hundredths, bounds }: { hundredths: number; bounds: Bounds }) {
  const bands = [
    { mark: 2, from: 200, to: bounds[3] },
    { mark: 3, from: bounds[3], to: bounds[4] },
    { mark: 4, from: bounds[4], to: bounds[5] },
    { mark: 5, from: bounds[5], to: 500 },
  ].map((band) => ({ ...band, own: isWithin(hundredths, band) }));
  const x = at(hundredths);
  const own = bands.find((band) => band.own);
  const words = own ? `: внутри полосы «${own.mark}», от ${comma(own.from)} до ${comma(own.to)}` : '';
  return (
    <svg className="ruler" viewBox="0 0 336 84" role="img" aria-label={`Средний ${comma(hundredths)}${words}`}>
      <path d={`M${x - 6} 22h12l-6 10z`} className="ruler-dark" />
      <path d={`M${x} 28V46`} className="ruler-needle" />
      <text x={Math.min(306, Math.max(30, x))} y={17} className="ruler-value">
        {comma(hundredths)}
      </text>
      <path d={ticks} className="ruler-ticks" />
      {bands.map(({ mark, from, to, own: mine }) => (
        <g key={mark} className={mine ? 'ruler-own' : 'ruler-band'}>
          <rect x={at(from) + 0.7} y={46} width={Math.max(0, at(to) - at(from) - 1.4)} height={18} />
          <text x={(at(from) + at(to)) / 2} y={60}>
            «{mark}»
          </text>
        </g>
      ))}
      {[bounds[3], bounds[4], bounds[5]].map((bound) => (
        <text key={bound} x={at(bound)} y={78} className="ruler-bound">
          {comma(bound)}
        </text>
      ))}
    </svg>
  );
}

function isWithin(hundredths: number, { from, to }: { from: number; to: number }): boolean {
  return hundredths >= from && (hundredths < to || to === 500);
}
