import '../ui/global.css';
import { createRoot } from 'react-dom/client';
import { applyTheme } from '../state/theme.ts';
import { StartScreen } from '../views/signin/start-screen.tsx';

const root = document.querySelector('#root');
if (!root) throw new Error('The page has no #root element.');
applyTheme();
if (import.meta.env.DEV && new URLSearchParams(location.search).has('gallery')) {
  const { Gallery } = await import('../ui/gallery.tsx');
  createRoot(root).render(<Gallery />);
} else {
  createRoot(root).render(
    <StartScreen
      startRegion="us-east-1"
      onSignIn={() =>
        new Promise((done) =>
          setTimeout(
            () =>
              done({
                kind: 'unreachable',
                message: 'sts.us-east-1.amazonaws.com could not be reached from this browser.',
                advice: 'Check the network, a proxy or an extension that blocks it, and the region.',
              }),
            600,
          ),
        )
      }
      onFiles={() => {}}
      onSample={() => {}}
    />,
  );
}
