"""What every reader does alike: `READER.py DOCUMENT COUNT [--print]`, the processor's seconds or the text."""

import sys
import time


def run(read):
    path, count, *options = sys.argv[1:]
    if options:
        print(read(path))
        return
    begin = time.process_time()
    for _ in range(int(count)):
        read(path)
    print(time.process_time() - begin)
