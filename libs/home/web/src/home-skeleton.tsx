import { Section, SkeletonFigures, SkeletonRows } from '@wheelhouse/ui';

/** The shape of the start page while it loads: figures, then a list. */
export function HomeSkeleton() {
  return (
    <div className="home-columns">
      <div className="home-column">
        <Section>
          <SkeletonFigures count={2} />
        </Section>
        <Section flush>
          <SkeletonRows rows={4} />
        </Section>
      </div>
      <div className="home-column">
        <Section flush>
          <SkeletonRows rows={3} />
        </Section>
      </div>
    </div>
  );
}
