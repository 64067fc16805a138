# Sets $python to a virtual environment with spaCy and its small English model from PyPI; sourced by the other scripts.
# ATODDS_SPACY_ENV names an environment to use or to make; without it one is made under target/.
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
environment=${ATODDS_SPACY_ENV:-$root/target/spacy}
python=$environment/bin/python
if [ ! -x "$python" ]; then
    "${PYTHON:-python3}" -m venv "$environment"
    "$python" -m pip install --quiet --requirement "$here/requirements.txt"
fi
# Settings that make OpenBLAS pick kernels for another processor would slow spaCy down.
unset OPENBLAS_CORETYPE OPENBLAS_L2_SIZE
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
