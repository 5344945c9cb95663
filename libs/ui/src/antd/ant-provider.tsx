import { ConfigProvider, theme as antTheme } from 'antd';
import enUS from 'antd/es/locale/en_US.js';
import zhCN from 'antd/es/locale/zh_CN.js';
import type { ReactNode } from 'react';
import { useIsPhone, useReducedMotion } from '../blocks/use-media.js';
import { useLocale } from '../reader/reader.js';
import { useTheme } from '../reader/theme.js';

const LIGHT = {
  ink: '#15201b',
  ink2: '#46534d',
  ink3: '#5f6c66',
  surface: '#ffffff',
  raised: '#ffffff',
  sunken: '#ebefed',
  bg: '#f4f6f5',
  line: '#dde3e0',
  strong: '#8b9791',
  bad: '#b3261e',
  good: '#16713f',
  watch: '#855400',
};
const DARK = {
  ink: '#eef3f0',
  ink2: '#c0cbc6',
  ink3: '#98a59f',
  surface: '#171f1c',
  raised: '#1f2925',
  sunken: '#0b100e',
  bg: '#0f1513',
  line: '#2b3732',
  strong: '#6d7b74',
  bad: '#ff8f85',
  good: '#5fcf92',
  watch: '#e9b45c',
};

/** Ant Design on the product's tokens, in the reader's language. Loaded with the first page that needs it. */
export function AntProvider({ children }: { children: ReactNode }) {
  const { mode, accent } = useTheme();
  const locale = useLocale();
  const phone = useIsPhone();
  // Nothing waits for the end of a transition that never runs.
  const still = useReducedMotion();
  const c = mode === 'dark' ? DARK : LIGHT;
  return (
    <ConfigProvider
      locale={locale === 'zh-CN' ? zhCN : enUS}
      button={{ autoInsertSpace: false }}
      theme={{
        algorithm: mode === 'dark' ? antTheme.darkAlgorithm : antTheme.defaultAlgorithm,
        token: {
          colorPrimary: accent,
          colorInfo: accent,
          colorLink: accent,
          colorError: c.bad,
          colorSuccess: c.good,
          colorWarning: c.watch,
          colorText: c.ink,
          colorTextSecondary: c.ink2,
          colorTextTertiary: c.ink3,
          colorTextDescription: c.ink3,
          colorTextPlaceholder: c.ink3,
          colorBgContainer: c.surface,
          colorBgElevated: c.raised,
          colorBgLayout: c.bg,
          colorBorder: c.strong,
          colorBorderSecondary: c.line,
          colorFillAlter: c.surface,
          fontFamily: 'var(--wh-font)',
          fontSize: phone ? 16 : 15,
          controlHeight: phone ? 44 : 40,
          controlHeightSM: phone ? 40 : 32,
          borderRadius: 8,
          borderRadiusLG: 12,
          boxShadow: 'var(--wh-shadow)',
          boxShadowSecondary: 'var(--wh-shadow)',
          wireframe: false,
          motion: !still,
          motionDurationMid: '0.12s',
          motionDurationSlow: '0.16s',
        },
        components: {
          Modal: { titleFontSize: 21 },
          Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none', fontWeight: 550 },
          Tabs: { horizontalItemPadding: '10px 0' },
        },
      }}
    >
      {children}
    </ConfigProvider>
  );
}
