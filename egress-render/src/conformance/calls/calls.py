#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Makes calls through a real Envoy, with real TLS handshakes, and prints what arrived.

    calls.py [option]... MANIFEST... --call 'URL [-> WORD...]'...

Envoy runs on this machine with the configuration that istiod's own code makes of the manifests
(judge bootstrap). Behind every endpoint is a server that accepts TLS or none, HTTP/1.1, HTTP/2 or
any other bytes, which it sends back, and records what it got. The programs judge, envoy and openssl
are needed. No connection leaves this machine.
"""

import argparse
import os
import re
import shlex
import signal
import sys
import tempfile
import time
import urllib.parse

sys.dont_write_bytecode = True  # no file is left in this folder
from certificates import Unusable, is_ip  # noqa: E402
from sidecar import Sidecar  # noqa: E402

OUTSIDE_ADDRESS = "203.0.113.99"  # the answer of DNS for a name outside the cluster


class Call:
    """URL [-> WORD...]; URL is SCHEME://HOST[:PORT][@ADDRESS], as in judge envoy --call."""

    PORTS = {"http": 80, "tls": 443, "grpc": None, "connect": None, "tcp": None}

    def __init__(self, text):
        self.url, arrow, words = text.partition("->")
        self.url = self.url.strip()
        self.expected = split(words) if arrow else None
        target, _, self.address = self.url.partition("@")
        parsed = urllib.parse.urlsplit(target)
        if parsed.scheme not in self.PORTS or not parsed.hostname:
            raise argparse.ArgumentTypeError("%r is not http://, grpc://, connect://, tls:// or tcp://HOST[:PORT][@ADDRESS]" % self.url)
        self.scheme, self.host, self.authority = parsed.scheme, parsed.hostname, parsed.netloc
        self.port = parsed.port or self.PORTS[parsed.scheme]
        if not self.port:
            raise argparse.ArgumentTypeError("%r needs a port" % self.url)

    def resolve(self, addresses, namespace):
        """Sets the address that DNS inside the cluster gives."""
        if self.address:
            return
        name, _, rest = self.host.rstrip(".").partition(".")
        zone, _, suffix = rest.partition(".")
        known = addresses.get("%s.%s" % (name, zone or namespace))
        inside = suffix in ("", "svc", "svc.cluster.local")
        self.address = self.host if is_ip(self.host) else known if known and inside else OUTSIDE_ADDRESS


def split(words):
    """The words of a result, without its parentheses."""
    return re.sub(r"[()]", " ", words).split()


class Arguments(argparse.ArgumentParser):
    def convert_arg_line_to_args(self, line):
        return shlex.split(line, comments=True)


def main():
    parser = Arguments(prog="calls.py", fromfile_prefix_chars="@", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter,
                       epilog="@FILE takes arguments from a file; # starts a comment. Exit status: 0, 1 when an expectation fails, 2 when nothing could be tried.")
    parser.add_argument("manifest", nargs="*")
    parser.add_argument("--call", action="append", type=Call, default=[], metavar="'URL [-> WORD...]'", help="a call, and words that its result must have")
    parser.add_argument("--namespace", default="default", help="of the workload")
    parser.add_argument("--label", action="append", default=[], metavar="K=V", help="of the workload's pod")
    parser.add_argument("--registry-only", action="store_true")
    parser.add_argument("--dns-proxy", action="store_true")
    parser.add_argument("--waypoint", metavar="NAME[.NAMESPACE]", help="a waypoint instead of a sidecar")
    parser.add_argument("--enroll", action="store_true", help="the waypoint's namespace uses it")
    parser.add_argument("--certificate", action="append", default=[], metavar="HOST:PORT=NAME", help="the server there has a certificate for NAME")
    parser.add_argument("--unknown-ca", action="append", default=[], metavar="HOST:PORT", help="the server there has a certificate of an unknown authority")
    parser.add_argument("--keep", metavar="FILE", help="keep the bootstrap file")
    parser.add_argument("--verbose", action="store_true", help="what judge bootstrap changed, and Envoy's log, on stderr")
    parser.add_argument("--log-level", default="error", help="of Envoy")
    options = parser.parse_args()
    if not options.manifest or not options.call:
        parser.error("a manifest and a --call are needed")
    options.sidecar = ["--namespace", options.namespace] + [word for label in options.label for word in ("--label", label)]
    options.sidecar += ["--registry-only"] * options.registry_only + ["--dns-proxy"] * options.dns_proxy
    options.sidecar += ["--waypoint", options.waypoint] * bool(options.waypoint) + ["--enroll"] * options.enroll

    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # runs the clean-up below
    failures, started = 0, time.monotonic()
    short = tempfile.gettempdir() if len(tempfile.gettempdir()) < 80 else "/tmp"  # a socket's path has 107 bytes
    with tempfile.TemporaryDirectory(prefix="egress-calls", dir=short) as directory:
        for part in ("known", "unknown"):
            os.mkdir(os.path.join(directory, part))
        sidecar = None
        try:
            sidecar = Sidecar(options, directory)
            sidecar.start()
            ready = time.monotonic()
            for call in options.call:
                call.resolve(sidecar.addresses, options.namespace)
                result = " ".join(sidecar.make(call))
                sidecar.alive()
                missing = [word for word in call.expected or [] if word not in split(result)]
                failures += bool(missing)
                mark = "" if call.expected is None else "FAIL " if missing else "ok   "
                print("%s%s -> %s" % (mark, call.url, result), flush=True)
                if missing:
                    print("     missing: " + " ".join(missing))
            print("%d calls, %d failed; ready after %.2f s, calls %.2f s" % (
                len(options.call), failures, ready - started, time.monotonic() - ready))
        except Unusable as reason:
            print("calls.py: %s" % reason, file=sys.stderr)
            return 2
        finally:
            if sidecar:
                sidecar.stop()
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
