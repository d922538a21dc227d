import CMS from './cms/index.js'

CMS.init()
