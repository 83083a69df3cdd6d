import type { AppModel } from '../model/appModel';
import { loadResx, type Texts } from './resx';

const RESX_TYPE = 12;
const LANGUAGE_SUFFIX = /\.1033\.resx$/i;

/** Texts of the solution's string web resources, loaded before any script may ask for one: the client API is synchronous. */
export class ResourceStrings {
  private constructor(private readonly files: ReadonlyMap<string, Texts>) {}

  static async load(model: AppModel): Promise<ResourceStrings> {
    const resources = model.description.webResources.filter(
      (resource) => resource.type === RESX_TYPE && LANGUAGE_SUFFIX.test(resource.name),
    );
    const files = await Promise.all(
      resources.map(async ({ name, url }) => [name.replace(LANGUAGE_SUFFIX, ''), await loadResx(url)] as const),
    );
    return new ResourceStrings(new Map(files));
  }

  /** The text; empty where the file has none. */
  text(webResource: string, key: string): string {
    const name = webResource.replace(/(\.\d{4})?\.resx$/i, '');
    return this.files.get(name)?.get(key) ?? '';
  }
}
