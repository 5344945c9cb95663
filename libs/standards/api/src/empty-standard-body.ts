import type { CreateStandardBody, StandardBody } from '@wheelhouse/contracts';

/**
 * The body of a new standard's first draft: no sections yet, and the dictionaries that nearly everybody wants: the five
 * SERVQUAL dimensions (Parasuraman, Zeithaml, Berry 1988), the usual kinds of evidence, one department.
 */
export function emptyStandardBody({ code, kind, name }: CreateStandardBody): StandardBody {
  return {
    schema: 'standard.v1',
    code,
    kind,
    version: '1.0.0',
    name: { en: name.en, zh: name.zh },
    scoring: {
      mode: 'section_weighted',
      precision: 2,
      grades: [
        ['A', 90],
        ['B', 80],
        ['C', 70],
        ['D', 0],
      ],
      na_share_warning: 0.3,
    },
    dictionaries: {
      departments: { MGT: { en: 'Outlet management', zh: '店管理层' } },
      servqual: {
        TAN: { en: 'Tangibles', zh: '有形性' },
        REL: { en: 'Reliability', zh: '可靠性' },
        RES: { en: 'Responsiveness', zh: '响应性' },
        ASS: { en: 'Assurance', zh: '保证性' },
        EMP: { en: 'Empathy', zh: '移情性' },
      },
      moments_of_truth: {},
      evidence: {
        none: 'none',
        photo: 'photo',
        video: 'video',
        audio: 'call recording',
        doc: 'document / form scan',
        sys: 'system record',
        obs: 'observation note',
        meas: 'measured value',
      },
    },
    sections: [],
  };
}
