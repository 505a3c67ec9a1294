/** A bar with its numbers in words: «8 из 22». */
export function Meter({ value, max, label }: { value: number; max: number; label: string }) {
  return (
    <span className="meter">
      <progress value={value} max={Math.max(max, 1)} aria-label={label} />
      <span>
        {value} из {max}
      </span>
    </span>
  );
}
