import type { HomeResponse } from '@wheelhouse/contracts';
import { useSession } from '@wheelhouse/web-core';
import { WaitingSection } from '../waiting/waiting-section.js';
import { OutletHead, OutletSwitch } from './outlet-head.js';
import { OutletHelp } from './outlet-help.js';
import { OutletResults } from './outlet-results.js';

/** Home of who answers for outlets: where they stand, what to do today, what would help most, the last results. */
export function OutletHome({
  home,
  asked,
  onChoose,
}: {
  home: HomeResponse;
  asked: string;
  onChoose: (id: string) => void;
}) {
  const { can } = useSession();
  const outlet = home.outlets.find(({ id }) => id === asked) ?? home.outlets[0];
  if (!outlet) return null;
  const several = home.outlets.length > 1;
  const help = home.help?.outletId === outlet.id ? home.help : null;
  return (
    <div className="home-columns">
      <div className="home-column">
        {can('report.read') &&
          (several ? (
            <OutletSwitch outlets={home.outlets} chosen={outlet.id} onChoose={onChoose} />
          ) : (
            <OutletHead home={home} outlet={outlet} />
          ))}
        <WaitingSection home={home} today />
      </div>
      {can('audit.read') && (
        <div className="home-column">
          {several && <OutletHead home={home} outlet={outlet} />}
          {help && <OutletHelp help={help} outlet={outlet} named={several} />}
          <OutletResults audits={outlet.lastAudits} />
        </div>
      )}
    </div>
  );
}
