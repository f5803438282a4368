/** The elder's own matters: contract, helpers, consents. */
export { default as ConsentsPage } from './ConsentsPage.vue'
export { default as ContractPage } from './ContractPage.vue'
export { default as HelperNewPage } from './HelperNewPage.vue'
export { default as HelpersPage } from './HelpersPage.vue'
