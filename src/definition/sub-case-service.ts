import type { PublishedService } from "./service.ts";
import { PLAIN_SUB_CASE } from "./sub-case-plan.ts";

/** The name under which the sub-cases of a kind are worked: the service's, and the kind's. No service's own name looks like it. */
export function subCaseId(service: string, kind: string): string {
  return `${service}/${kind}`;
}

/** The service that a name is of, and the kind of its sub-cases where it is that of one. */
export function baseOf(name: string): { readonly service: string; readonly kind?: string } {
  const [service = "", kind] = name.split("/", 2);
  return kind === undefined ? { service } : { service, kind };
}

const made = new WeakMap<PublishedService, Map<string, PublishedService>>();

/** How the sub-cases of a kind are worked: a service of their own, that asks nothing and tells nobody. Undefined for a kind that there is not. */
export function subCaseService(base: PublishedService, kind: string): PublishedService | undefined {
  const known = made.get(base)?.get(kind);
  if (known !== undefined) return known;
  const plan = kind === PLAIN_SUB_CASE.id ? PLAIN_SUB_CASE : base.case.subCases.get(kind);
  const [first] = plan?.stages.keys() ?? [];
  if (plan === undefined || first === undefined) return undefined;
  const { confirm: _confirm, fee: _fee, welsh: _welsh, ...rest } = base;
  const { priority: _priority, warn, escalate, ...worked } = base.case;
  const service: PublishedService = {
    ...rest,
    id: subCaseId(base.id, kind),
    title: `${base.title}: ${plan.title.charAt(0).toLowerCase()}${plan.title.slice(1)}`,
    requests: new Map(),
    messages: new Map(),
    case: {
      ...worked,
      team: plan.team,
      deadline: { any: plan.deadline },
      ...(warn !== undefined && { warn }),
      ...(escalate !== undefined && { escalate }),
      stages: plan.stages,
      first,
      subCases: new Map(),
      asked: new Map(),
    },
  };
  const ofBase = made.get(base) ?? new Map<string, PublishedService>();
  made.set(base, ofBase.set(kind, service));
  return service;
}

/** How the sub-cases of every kind are worked. */
export function subCaseServices(base: PublishedService): readonly PublishedService[] {
  return [PLAIN_SUB_CASE.id, ...base.case.subCases.keys()].flatMap((kind) => subCaseService(base, kind) ?? []);
}
