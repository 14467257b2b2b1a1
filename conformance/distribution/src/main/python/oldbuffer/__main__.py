"""The kit's command line: ``oldbuffer`` and ``python -m oldbuffer``."""

import os
import sys

from oldbuffer import _kit


def main():
    words = _kit.command(*sys.argv[1:])
    # whose command is called means its interpreter, unless another one is active; pipx has one for the kit alone
    own = sys.prefix != sys.base_prefix and not os.path.exists(os.path.join(sys.prefix, "pipx_metadata.json"))
    if own and not os.environ.get("VIRTUAL_ENV"):
        os.environ["VIRTUAL_ENV"] = sys.prefix
    # what messages call the kit
    os.environ["OLDBUFFER_COMMAND"] = "python -m oldbuffer" if sys.argv[0].endswith("__main__.py") else "oldbuffer"
    try:
        # in the place of this process: signals and the exit status are the kit's
        os.execv(words[0], words)
    except OSError as problem:
        sys.stderr.write("oldbuffer: the kit in %s cannot be started: %s\n" % (_kit._FOLDER, problem.strerror))
        sys.exit(2)


if __name__ == "__main__":
    main()
