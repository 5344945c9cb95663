/** Saved views for one page of a member, at most. */
export const SAVED_VIEWS_MAX = 50;

/** `GET /api/v1/saved-views?page=network`: one of my named sets of filters, by name. */
export interface SavedViewResponse {
  id: string;
  page: string;
  name: string;
  /** The address’s search string without `?`; empty: no filter at all. */
  query: string;
  createdAt: string;
}

/** `POST /api/v1/saved-views`. */
export interface CreateSavedViewBody {
  /** Of which page: `network`, `reports`. */
  page: string;
  /** 1–100 characters, unique for the page. */
  name: string;
  /** At most 2,000 characters; a leading `?` is taken off. */
  query: string;
}

/** `PATCH /api/v1/saved-views/:id`. */
export interface UpdateSavedViewBody {
  name?: string;
  query?: string;
}
