/** The three questions of a booking: fetched together, so that no tap waits. */
export { default as BookConfirmPage } from './BookConfirmPage.vue'
export { default as BookWhatPage } from './BookWhatPage.vue'
export { default as BookWhenPage } from './BookWhenPage.vue'
