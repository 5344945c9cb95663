import { AntProvider } from '@wheelhouse/ui/antd';
import { Outlet } from 'react-router';

/** Ant Design around the pages that use it, in a chunk of its own. */
export function AntLayout() {
  return (
    <AntProvider>
      <Outlet />
    </AntProvider>
  );
}
