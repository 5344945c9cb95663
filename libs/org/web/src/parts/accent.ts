import { contrast, readable } from '@wheelhouse/ui/reader';

/** An accent colour as one theme draws it. */
export interface DrawnAccent {
  /** Ground that the page stands on. */
  ground: string;
  /** Of the primary button, and of the text on it. */
  fill: string;
  onFill: string;
  /** Of links and lines. */
  ink: string;
  /** WCAG contrast ratios: text on the button, link on the ground. */
  buttonContrast: number;
  linkContrast: number;
  /** The chosen colour was not readable and another shade is drawn. */
  changed: boolean;
}

const LIGHT = { ground: '#ffffff', onFill: '#ffffff' };
const DARK = { ground: '#1f2925', onFill: '#0b100e' };

/** How the themes draw the accent `#rrggbb`: what `setAccent` does, in numbers. */
export function drawnAccent(hex: string): { light: DrawnAccent; dark: DrawnAccent } {
  const draw = ({ ground, onFill }: typeof LIGHT): DrawnAccent => {
    const shade = readable(hex, ground);
    return {
      ...{ ground, onFill, fill: shade, ink: shade },
      buttonContrast: contrast(shade, onFill),
      linkContrast: contrast(shade, ground),
      changed: shade.toLowerCase() !== hex.toLowerCase(),
    };
  };
  return { light: draw(LIGHT), dark: draw(DARK) };
}
