// Een keuze uit wat er al is: een wijk, een dienst, een thema, een behoefte, een toezegging.
// Dit is het veld "relation" van Decap CMS, dat twee dingen meer kan: een waarde die uit
// meer dan één gegeven bestaat (wijk/behoefte), en een waarde bewaren die niet meer in de
// lijst staat.
(() => {
  const relation = CMS.getWidget('relation')

  // filled vult een sjabloon zoals {{wijk}}/{{behoeften.*.id}} in, voor regel i van een lijst.
  const at = (data, path) => path.split('.').reduce((v, key) => (v == null ? v : v[key]), data)
  const indexed = (template, i) => template.replaceAll('.*.', `.${i}.`)
  const filled = (template, hit, i) =>
    /{{/.test(template)
      ? template.replace(/{{(.*?)}}/g, (_, path) => (path === 'slug' ? hit.slug : at(hit.data, indexed(path, i)) ?? ''))
      : String(at(hit.data, indexed(template, i)) ?? '')

  class Verwijzing extends relation.control {
    constructor(props) {
      super(props)
      this.parseHitOptions = hits => {
        const value = props.field.get('value_field')
        const shown = props.field.get('display_fields').toJS()
        const list = /([^{}/]*)\.\*\./.exec(value)?.[1]
        return hits.flatMap(hit => {
          const items = list ? at(hit.data, list) ?? [] : [null]
          return items.map((_, i) => ({
            data: hit.data,
            value: filled(value, hit, i),
            label: shown.map(path => filled(path, hit, i)).join(' · '),
          }))
        })
      }
      const load = this.loadInitialOptions.bind(this)
      this.loadInitialOptions = async () => {
        await load()
        const value = this.props.value
        const typed = value == null ? [] : value.toJS ? value.toJS() : [value]
        this.setState(({ initialOptions }) => {
          const gone = typed.filter(v => v && !initialOptions.some(o => o.value === v))
          return { initialOptions: [...initialOptions, ...gone.map(v => ({ data: {}, value: v, label: v }))] }
        })
      }
    }
  }

  CMS.registerWidget('verwijzing', Verwijzing, relation.preview, relation.schema)
})()
