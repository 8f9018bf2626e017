/** On a narrow screen the tabs scroll sideways: the one you are on stands in view. */
export function tabs(): void {
  const hier = document.querySelector<HTMLElement>(".rd-tabs [aria-current='page']");
  const rol = hier?.closest<HTMLElement>('.ams-tab-navigation__list');
  if (!hier || !rol) return;
  rol.scrollLeft += hier.getBoundingClientRect().left - rol.getBoundingClientRect().left - (rol.clientWidth - hier.offsetWidth) / 2;
}
