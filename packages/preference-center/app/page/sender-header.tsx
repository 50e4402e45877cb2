import type { Brand } from '../api/operations.ts';

/** Whose page it is: its name, and its logo in a space that is there before the picture is, so that nothing moves under a finger. */
export function SenderHeader({ name, logo }: { name: string; logo: Brand['logo'] }) {
  return (
    <header>
      {logo && (
        <img src={`/logo/${logo.id}`} alt={logo.alt} width={logo.width} height={logo.height} />
      )}
      <span>{name}</span>
    </header>
  );
}
