/**
 * The last migration of the last release: processes of that release run on while the newest migrations are applied. Move it
 * when a release is cut; until then what stands there may only be added to (decision 29).
 */
export const RELEASED = 'HomeIndexDueAssignments1790001800000';
