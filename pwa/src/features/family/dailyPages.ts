/** What elders and family look at most: fetched together, because one leads to the other. */
export { default as ContactPage } from './ContactPage.vue'
export { default as HomePage } from './HomePage.vue'
export { default as MessagesPage } from './MessagesPage.vue'
export { default as PlanPage } from './PlanPage.vue'
export { default as VisitPage } from './VisitPage.vue'
