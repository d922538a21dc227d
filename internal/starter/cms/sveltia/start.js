// Sveltia CMS begint pas bij init(), niet vanzelf bij het laden.
window.CMS_MANUAL_INIT = true
const { default: CMS } = await import('./cms/@SCRIPT@')
CMS.init()
