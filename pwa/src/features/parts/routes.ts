export { routes } from '@/ui/gallery/routes'
