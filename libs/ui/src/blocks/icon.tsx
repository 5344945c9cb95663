const PATHS = {
  home: 'M3.5 9.5 10 4l6.5 5.5V16a.5.5 0 0 1-.5.5h-3.8v-4.3H7.8v4.3H4a.5.5 0 0 1-.5-.5z',
  network: 'M10 3.5v4M5 12v-2.5h10V12M10 7.5v2M3.5 12h3v4h-3zM13.5 12h3v4h-3zM8.5 12h3v4h-3zM8.2 2.5h3.6v2.6H8.2z',
  book: 'M4 4.5h4.5A1.5 1.5 0 0 1 10 6v10.5a1.5 1.5 0 0 0-1.5-1.5H4zM16 4.5h-4.5A1.5 1.5 0 0 0 10 6v10.5a1.5 1.5 0 0 1 1.5-1.5H16z',
  clipboard:
    'M7.5 4.5H5.3a.8.8 0 0 0-.8.8v10.9c0 .4.4.8.8.8h9.4c.4 0 .8-.4.8-.8V5.3a.8.8 0 0 0-.8-.8h-2.2M7.5 3h5v3h-5zM7.3 11l1.9 1.9 3.6-3.8',
  wheel:
    'M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14M10 8.2a1.8 1.8 0 1 0 0 3.6 1.8 1.8 0 0 0 0-3.6M10 3v5.2M10 11.8V17M3 10h5.2M11.8 10H17',
  chart: 'M3.5 3.5v13h13M6.5 13v-2.5M10 13V7.5M13.5 13V5',
  people:
    'M7.5 9.5a2.75 2.75 0 1 0 0-5.5 2.75 2.75 0 0 0 0 5.5M2.5 16c.3-2.8 2.3-4.3 5-4.3s4.7 1.5 5 4.3M13 4.3a2.7 2.7 0 0 1 0 5M14.3 12c1.8.5 3 1.8 3.2 4',
  settings:
    'M3.5 6h7M14.5 6h2M3.5 14h2M9.5 14h7M12.5 4.2a1.8 1.8 0 1 1 0 3.6 1.8 1.8 0 0 1 0-3.6M7.5 12.2a1.8 1.8 0 1 1 0 3.6 1.8 1.8 0 0 1 0-3.6',
  mail: 'M3 5.5h14v9.5H3zM3.5 6l6.5 5 6.5-5',
  trail: 'M5.5 4.5h11M5.5 10h11M5.5 15.5h11M2.8 4.5h.01M2.8 10h.01M2.8 15.5h.01',
  building: 'M4.5 16.5v-13h7v13M11.5 8h4v8.5M3 16.5h14M7 6.5h2M7 9.5h2M7 12.5h2',
  shop: 'M3.5 8 4.8 4h10.4l1.3 4M4.5 9.5v7h11v-7M3.5 8a2.1 2.1 0 0 0 4.3 0 2.2 2.2 0 0 0 4.4 0 2.1 2.1 0 0 0 4.3 0zM8 16.5v-4h4v4',
  person: 'M10 9.8a3.2 3.2 0 1 0 0-6.4 3.2 3.2 0 0 0 0 6.4M4 16.7c.5-3 2.8-4.5 6-4.5s5.5 1.5 6 4.5',
  logout: 'M8.5 4H4.5v12h4M8 10h9M13.8 6.8 17 10l-3.2 3.2',
  plus: 'M10 4v12M4 10h12',
  minus: 'M4 10h12',
  search: 'M9 3.8a5.2 5.2 0 1 0 0 10.4A5.2 5.2 0 0 0 9 3.8M13 13l3.7 3.7',
  check: 'm4.5 10.5 3.7 3.7 7.3-8',
  close: 'm5 5 10 10M15 5 5 15',
  left: 'm12 4.5-5.5 5.5 5.5 5.5',
  right: 'm8 4.5 5.5 5.5L8 15.5',
  down: 'm4.5 7.5 5.5 5.5 5.5-5.5',
  up: 'm4.5 12.5L10 7l5.5 5.5',
  grip: 'M7.5 5h.01M12.5 5h.01M7.5 10h.01M12.5 10h.01M7.5 15h.01M12.5 15h.01',
  undo: 'M7 4 3.5 7.5 7 11M3.5 7.5h8a4.5 4.5 0 0 1 0 9H8',
  redo: 'M13 4l3.5 3.5L13 11M16.500 7.5h-8a4.5 4.5 0 0 0 0 9H12',
  more: 'M4.5 10h.01M10 10h.01M15.5 10h.01',
  menu: 'M3.5 5.5h13M3.5 10h13M3.5 14.5h13',
  alert: 'M10 3.5 17.2 16H2.8zM10 8.3v3.7M10 13.9v.01',
  info: 'M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14M10 9.2v4.3M10 6.6v.01',
  help: 'M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14M8 8a2 2 0 1 1 2.9 1.8c-.6.3-.9.7-.9 1.4M10 13.5v.01',
  flag: 'M5 17V3.5M5 4.2c3.5-1.8 6 1.8 10 0v7c-4 1.8-6.5-1.8-10 0',
  clock: 'M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14M10 6v4.2l2.8 1.8',
  calendar: 'M3.5 5h13v11.5h-13zM3.5 8.5h13M7 3v3.5M13 3v3.5',
  camera: 'M3 6.5h3l1.3-2h5.4l1.3 2h3V16H3zM10 8.3a2.7 2.7 0 1 0 0 5.4 2.7 2.7 0 0 0 0-5.4',
  note: 'M4.5 3.5h11v9l-4 4h-7zM11.5 16.5v-4h4M7.5 7h5M7.5 10h3',
  edit: 'M4 16l.7-3.2 8.6-8.6a1.4 1.4 0 0 1 2 0l.5.5a1.4 1.4 0 0 1 0 2L7.2 15.3zM12 5.5l2.5 2.5',
  move: 'M3.5 10h12M11.5 6l4 4-4 4M3.5 5v10',
  trash: 'M4 5.8h12M8 5.5V3.5h4v2M5.5 6l.7 10.5h7.6L14.5 6M8.5 8.8v5M11.5 8.8v5',
  eye: 'M2.5 10S5 5 10 5s7.5 5 7.5 5-2.5 5-7.5 5-7.5-5-7.5-5M10 7.8a2.2 2.2 0 1 0 0 4.4 2.2 2.2 0 0 0 0-4.4',
  refresh: 'M16 9a6.2 6.2 0 1 0-.8 4.2M16.5 4.5V9H12',
  offline:
    'M3 3l14 14M3 8.5a10 10 0 0 1 4-2.3M10 5.5c2.7 0 5.2 1.1 7 3M5.8 11.5A6 6 0 0 1 9 9.6M12.3 10.3c.7.3 1.3.700 1.9 1.2M10 15.2v.01',
  filter: 'M3.5 5h13L11.5 11v5l-3-1.5V11z',
  copy: 'M7 7h9.5v9.5H7zM13 7V3.5H3.5V13H7',
  download: 'M10 3.5v9M6.2 9 10 12.7 13.8 9M3.5 16.5h13',
  upload: 'M10 12.5v-9M6.2 7 10 3.3 13.8 7M3.5 16.5h13',
  target: 'M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14M10 6.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7M10 10v.01',
  mask: 'M3.5 6.5C6 5 8 6.5 10 6.5S14 5 16.5 6.5c.5 4-1.3 7.5-4 7.5-1.3 0-1.7-1.2-2.5-1.2S8.8 14 7.5 14c-2.7 0-4.5-3.5-4-7.5M6.3 9.3h1.9M11.8 9.3h1.9',
  languages:
    'M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14M3 10h14M10 3c2.3 2 3.2 4.3 3.2 7s-.9 5-3.2 7c-2.3-2-3.2-4.3-3.2-7S7.7 5 10 3',
  lock: 'M5 9h10v7.5H5zM7 9V6.5a3 3 0 0 1 6 0V9',
  phone: 'M6 2.8h8v14.4H6zM9 14.8h2',
  desktop: 'M3 4h14v9.5H3zM7 16.5h6M10 13.5v3',
  bookmark: 'M5.5 3.5h9v13L10 13l-4.5 3.5z',
  spinner: 'M10 3a7 7 0 1 1-7 7',
  external: 'M11.5 4h4.5v4.5M16 4l-7 7M14 11.5v4.5H4V6h4.5',
  document: 'M5 3h6.5L15.5 7v10H5zM11.5 3v4h4M7.5 10.5h5M7.5 13.5h5',
} as const;

export type IconName = keyof typeof PATHS;

/** One of the product's line icons. Decorative: the words beside it carry the meaning. */
export function Icon({ name, size = 20, className }: { name: IconName; size?: number; className?: string }) {
  return (
    <svg
      className={className}
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth={name === 'more' || name === 'grip' || name === 'trail' ? 1.7 : 1.5}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}

/** The product's mark: a ship's wheel of four turns. */
export function WheelMark({ size = 22, stroke = 1.9 }: { size?: number; stroke?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={stroke}
      strokeLinecap="round"
      aria-hidden="true"
    >
      <circle cx="12" cy="12" r="6.4" />
      <circle cx="12" cy="12" r="1.6" fill="currentColor" stroke="none" />
      <path d="M12 1.8v7.2M12 15v7.2M1.8 12H9M15 12h7.2M4.8 4.8l3 3M16.2 16.2l3 3M19.2 4.8l-3 3M7.8 16.2l-3 3" />
    </svg>
  );
}
