import type { CreateSavedViewBody, SavedViewResponse, UpdateSavedViewBody } from '@wheelhouse/contracts';
import { toast, useT } from '@wheelhouse/ui';
import { api } from '../api/api.js';
import { useApi, useSave } from '../api/use-api.js';
import { savedViewsTexts } from './saved-views.texts.js';

const PATH = '/saved-views';
const changes = [PATH];

/** My views of one page, and what is done with them. */
export function useSavedViews(page: string) {
  const t = useT(savedViewsTexts);
  const { data } = useApi<SavedViewResponse[]>(PATH, { page });
  const restore = useSave((view: CreateSavedViewBody) => api.post<SavedViewResponse>(PATH, view), {
    changes,
    done: null,
  });
  const remove = useSave((view: SavedViewResponse) => api.delete(`${PATH}/${view.id}`), {
    changes,
    done: null,
    onDone: (_, { name, query }) =>
      toast({ text: t('removed', { name }), undo: () => restore.mutate({ page, name, query }) }),
  });
  const update = useSave(
    ({ id, query }: { id: string; query: string }) =>
      api.patch<SavedViewResponse>(`${PATH}/${id}`, { query } satisfies UpdateSavedViewBody),
    { changes, done: ({ name }) => t('updated', { name }) },
  );
  const byName = (a: SavedViewResponse, b: SavedViewResponse) => a.name.localeCompare(b.name);
  return { views: data ? [...data].sort(byName) : [], remove, update };
}
