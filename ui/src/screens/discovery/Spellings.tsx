/** One place in two spellings: both are kept, and each is used where it is right. */
export function Spellings({ of }: { of: string[] }) {
  return of.map((note) => (
    <p key={note} className="text-muted text-small">
      {note}
    </p>
  ));
}
