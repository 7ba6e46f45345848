# Runs every test but the nightly ones, two at a time: tools/test.sh [pytest's options]
#
# nbval runs the Korean lessons; the English ones run in tests/run, where their exercises are
# tried. The network is cut off where the machine lets us: nothing may need it.
set -eu
cd "$(dirname "$0")/.."
export PYTHONWARNINGS=error:Glyph  # a missing glyph is an error
set -- .venv/bin/python -m pytest -q -n 2 --durations=15 \
	-m "not nightly" tests notebooks/ko "$@"
if unshare -rn ip link set lo up 2>/dev/null; then
	exec unshare -rn sh -c 'ip link set lo up && exec "$@"' offline "$@"
fi
exec "$@"
