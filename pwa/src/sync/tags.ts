/** The name under which the browser is asked to wake the worker when there is signal again. */
export const OUTBOX_SYNC_TAG = 'outbox'
