import { describe, expect, it } from 'vitest';
import { allServices, compactService } from '../../deploy/iam-actions/compact-service.ts';
import { ACCESS_LEVELS } from '../policy/service-actions.ts';
import { createIamActions } from './iam-actions.ts';

/** As the build puts them beside the page. */
async function fromBuild(path: string): Promise<unknown> {
  if (path === 'iam-actions/services.json') return allServices();
  return compactService(path.replace('iam-actions/', '').replace('.json', ''));
}

describe('what AWS says of its actions', () => {
  it('names level, description, resource types and condition keys of an action', async () => {
    const s3 = await createIamActions(fromBuild).service('S3');
    expect(s3?.name).toMatch(/S3$/);
    expect(s3?.actions.find((action) => action.name === 'GetObject')).toMatchObject({
      level: 'Read',
      resourceTypes: expect.arrayContaining(['object']),
      conditionKeys: expect.arrayContaining(['s3:ResourceAccount']),
    });
    expect(s3?.actions.find((action) => action.name === 'PutBucketPolicy')?.level).toBe(
      'Permissions management',
    );
    expect(s3?.actions.find((action) => action.name === 'PutObjectTagging')?.level).toBe('Tagging');
    expect(s3?.resourceTypes.find((type) => type.name === 'bucket')?.arn).toContain('${BucketName}');
  });

  it('is known for every service of the list', async () => {
    const actions = createIamActions(fromBuild);
    const services = await actions.services();
    expect(services.length).toBeGreaterThan(300);
    for (const { prefix } of services) {
      const service = await actions.service(prefix);
      for (const action of service?.actions ?? []) expect(ACCESS_LEVELS).toContain(action.level);
      expect(service?.prefix).toBe(prefix);
    }
  });

  it('loads the list and a service once, and only services that AWS has', async () => {
    const loaded: string[] = [];
    const actions = createIamActions(async (path) => {
      loaded.push(path);
      return fromBuild(path);
    });
    await Promise.all([actions.service('sqs'), actions.service('sqs'), actions.services()]);
    expect(await actions.service('s4')).toBeUndefined();
    expect(loaded).toEqual(['iam-actions/services.json', 'iam-actions/sqs.json']);
  });

  it('is asked for again after a load that failed', async () => {
    let fails = true;
    const actions = createIamActions(async (path) => {
      if (fails) throw new Error('no network');
      return fromBuild(path);
    });
    await expect(actions.service('sqs')).rejects.toThrow('no network');
    fails = false;
    expect((await actions.service('sqs'))?.prefix).toBe('sqs');
  });

  it('takes no page of a server for data', async () => {
    await expect(createIamActions(async () => ({ message: 'not found' })).services()).rejects.toThrow();
  });
});
