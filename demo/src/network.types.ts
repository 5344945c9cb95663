import type { CityTier, CreateTenantBody, RankingScheme } from '@wheelhouse/contracts';
import type { LocalizedText } from '@wheelhouse/kernel';

/** One outlet of a demo network, before it has an id. */
export interface DemoOutlet {
  code: string;
  name: LocalizedText;
  city: LocalizedText;
  tier: CityTier;
  peerGroup: string;
  area: string;
  latitude: number;
  longitude: number;
}

/** The shape of a demo tenant: its tree, outlets, and how it scores. */
export interface DemoNetwork {
  tenant: Omit<CreateTenantBody, 'admin'> & { accent: string; domain: string };
  outletKind: string;
  regions: { code: string; name: LocalizedText; areas: { code: string; name: LocalizedText }[] }[];
  peerGroups: { code: string; name: LocalizedText }[];
  outlets: DemoOutlet[];
  scheme: Omit<RankingScheme, 'version'>;
}
