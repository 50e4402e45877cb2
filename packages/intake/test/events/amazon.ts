import nock from 'nock';

/** Nothing of the network is asked from here on but what the test says that it answers; gives back what ends that. */
export function onlyWhatIsSaid(): () => void {
  if (!nock.isActive()) nock.activate();
  nock.disableNetConnect();
  return () => {
    nock.cleanAll();
    nock.enableNetConnect();
    nock.restore();
  };
}

/** Amazon's hosts have these certificates, by their URLs. */
export function serveCertificates(all: Readonly<Record<string, string>>): void {
  for (const [url, certificate] of Object.entries(all)) {
    const { origin, pathname } = new URL(url);
    nock(origin).persist().get(pathname).reply(200, certificate);
  }
}
