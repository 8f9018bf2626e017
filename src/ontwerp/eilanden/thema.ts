import { THEMA_KOEKJE } from '../koekje.ts';

/** Switches between light and dark; the choice holds a year on this device. */
export function thema(): void {
  for (const knop of document.querySelectorAll<HTMLElement>('[data-themawissel]')) {
    knop.hidden = false;
    knop.addEventListener('click', () => {
      const wortel = document.documentElement;
      const nu = wortel.dataset['thema'] ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'donker' : 'licht');
      const nieuw = nu === 'donker' ? 'licht' : 'donker';
      wortel.dataset['thema'] = nieuw;
      document.cookie = `${THEMA_KOEKJE}=${nieuw}; path=/; max-age=31536000; samesite=lax${location.protocol === 'https:' ? '; secure' : ''}`;
    });
  }
}
