import { Notice } from '@wheelhouse/ui';
import type { ApiProblem } from '../api/api-problem.js';
import { useExplain } from '../api/use-api.js';

/**
 * What a form's refusal says above its buttons; with problems at fields it lists those that the form does not show. Where a
 * field that is shown says the very same, it says nothing.
 */
export function FormProblem({ problem, shown = [] }: { problem: ApiProblem | null; shown?: string[] }) {
  const explain = useExplain();
  if (!problem) return null;
  const others = problem.fields.filter(
    (field) =>
      !shown.some(
        (name) => field.field === name || [`${name}.`, `${name}[`].some((start) => field.field.startsWith(start)),
      ),
  );
  const isSaid = problem.fields.some(({ code }) => code === problem.code);
  if (isSaid && others.length === 0) return null;
  return (
    <Notice tone="bad">
      <p>{explain(problem).text}</p>
      {others.length > 0 && (
        <ul>
          {others.map((field) => (
            <li key={field.field}>
              <code>{field.field}</code>: {field.message}
            </li>
          ))}
        </ul>
      )}
    </Notice>
  );
}
