import '../ui/global.css';
import { createRoot } from 'react-dom/client';

const root = document.querySelector('#root');
if (!root) throw new Error('The page has no #root element.');
const { Gallery } = await import('../ui/gallery.tsx');
createRoot(root).render(<Gallery />);
