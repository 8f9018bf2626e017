import type { ConfigData } from 'html-validate';

/** How every page of Rugdekking is checked by html-validate: its recommended rules, but for a few that judge style or that we break on purpose. */
export const HTML_REGELS: ConfigData = {
  extends: ['html-validate:recommended'],
  rules: {
    // Preact writes <input/> and leaves quotes of attributes as they are.
    'void-style': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'no-trailing-whitespace': 'off',
    'no-raw-characters': 'off',
    'doctype-style': 'off',
    // Tables become cards on a phone; their roles are spelled out because some browsers forget them then.
    'no-redundant-role': 'off',
    // Options of one question share its name; the browser sends it once per choice.
    'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'button', 'submit'] }],
    // One sentence as a title may be long.
    'long-title': 'off',
  },
};
