# Builds both editions as web pages, into build/site.
set -eu
cd "$(dirname "$0")/.."
rm -rf build/site
for edition in ko en; do
	EDITION=$edition .venv/bin/python -m sphinx -q -W -E -d build/doctrees/$edition \
		-c site notebooks/$edition build/site/$edition
done
cp site/index.html build/site
