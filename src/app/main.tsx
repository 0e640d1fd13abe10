import '../ui/global.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { applyTheme } from '../state/theme.ts';
import { App } from './app.tsx';

const element = document.querySelector('#root');
if (!element) throw new Error('The page has no #root element.');
applyTheme();
const root = createRoot(element);

if (import.meta.env.DEV && new URLSearchParams(location.search).has('gallery')) {
  const { Gallery } = await import('../ui/gallery.tsx');
  root.render(<Gallery />);
} else {
  root.render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
