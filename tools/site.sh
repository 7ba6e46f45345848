# Builds both editions as web pages, into build/site.
set -eu
cd "$(dirname "$0")/.."
rm -rf build/site
for edition in ko en; do
	EDITION=$edition .venv/bin/python -m sphinx -q -W -E -d build/doctrees/$edition \
		-c site notebooks/$edition build/site/$edition
done
cp -r site/index.html site/favicon.svg site/card.png site/*.js site/live build/site
cp images/course-map.svg images/reconstructions.png build/site
for edition in ko en; do cp notebooks/$edition/*.ipynb build/site/$edition; done
.venv/bin/python site/finish.py
# Read by no one: what Sphinx's own search, icons and translations would need.
rm -rf build/site/jupyter_execute build/site/*/_static/locales build/site/*/_static/vendor \
	build/site/*/_sources build/site/*/_static/scripts/fontawesome* build/site/*/_static/*/*.map
