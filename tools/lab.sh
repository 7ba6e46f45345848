# Opens the first lesson of an edition: tools/lab.sh ko|en [JupyterLab's options]
set -eu
cd "$(dirname "$0")/.."
edition=$1
shift
lesson=$(find "notebooks/$edition" -name '[0-9]*.ipynb' 2>/dev/null | sort | head -n 1)
if [ -z "$lesson" ]; then
	echo "There is no edition '$edition': use EDITION=ko or EDITION=en."
	exit 2
fi
# A container's root, and a machine without a screen: then the address is printed instead.
[ "$(id -u)" != 0 ] || set -- --allow-root "$@"
[ -n "${DISPLAY-}${WAYLAND_DISPLAY-}" ] || [ "$(uname)" = Darwin ] || set -- --no-browser "$@"
# .jupyter/ko has JupyterLab speak Korean, unless the reader has chosen a language in its menu.
# In both editions it fetches no news and leaves the teacher's menus out.
export JUPYTER_CONFIG_PATH="$PWD/.jupyter/$edition${JUPYTER_CONFIG_PATH:+:$JUPYTER_CONFIG_PATH}"
exec .venv/bin/python -m jupyterlab --LabApp.default_url="/lab/tree/$lesson" "$@"
