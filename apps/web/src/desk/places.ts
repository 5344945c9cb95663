import type { LocalizedText } from '@wheelhouse/kernel';
import type { IconName } from '@wheelhouse/ui';
import { mayOpen, type FeatureRoute, type Session } from '@wheelhouse/web-core';
import { keysTo } from './shortcuts.js';

/** An address that the palette offers. */
export interface Place {
  to: string;
  label: LocalizedText;
  icon: IconName;
  words?: string;
  keys?: string;
}

/** The pages of the menu in its order, then the features' commands: all that this person may open. */
export function placesOf(features: FeatureRoute[], session: Session): Place[] {
  const open = features.filter((feature) => mayOpen(feature, session));
  const pages = open
    .flatMap(({ path, nav }) => (nav ? [{ to: path, order: nav.order, label: nav.label, icon: nav.icon }] : []))
    .sort((a, b) => a.order - b.order);
  const commands = open.flatMap(({ path, commands: own = [] }) => own.map((one) => ({ to: path, ...one })));
  return [...pages, ...commands].map((place) => ({ ...place, keys: keysTo(place.to) }));
}
