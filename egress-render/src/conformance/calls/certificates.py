# SPDX-License-Identifier: Apache-2.0
"""A certificate authority for one run, made with the command openssl."""

import ipaddress
import os
import re
import subprocess
import threading


class Unusable(Exception):
    """A program is missing, or does not start."""


class Authority:
    """A throw-away certificate authority, made with the openssl command."""

    def __init__(self, directory, name):
        self.directory, self.name, self.made = directory, name, {}
        self.lock = threading.Lock()
        self.config = os.path.join(directory, "openssl.cnf")
        with open(self.config, "w") as file:
            file.write("[req]\ndistinguished_name = dn\nprompt = no\n[dn]\n")
        self.file, self.key = self._make(name, ["basicConstraints=critical,CA:TRUE", "keyUsage=critical,keyCertSign"], [])

    def certificate(self, name):
        """Files of a certificate for a DNS name or an IP address, and of its key."""
        with self.lock:
            if name not in self.made:
                kind = "IP" if is_ip(name) else "DNS"
                self.made[name] = self._make(
                    "%s by %s" % (name, self.name), ["subjectAltName=%s:%s" % (kind, name), "authorityKeyIdentifier=keyid"],
                    ["-CA", self.file, "-CAkey", self.key], subject=name)
            return self.made[name]

    def _make(self, label, extensions, signer, subject=None):
        base = os.path.join(self.directory, "%d-%s" % (len(self.made), re.sub(r"[^A-Za-z0-9.-]+", "_", label)[:80]))
        command = ["openssl", "req", "-x509", "-config", self.config, "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256",
                   "-nodes", "-days", "2", "-subj", "/CN=" + (subject or label)[:64],  # X.509 allows no more; the whole name is a SAN
                   "-keyout", base + ".key", "-out", base + ".pem"] + signer
        for extension in extensions:
            command += ["-addext", extension]
        done = subprocess.run(command, capture_output=True, text=True)
        if done.returncode:
            raise Unusable("openssl (3.0 or later is needed): " + done.stderr.strip())
        return base + ".pem", base + ".key"


def is_ip(text):
    try:
        ipaddress.ip_address(text)
        return True
    except ValueError:
        return False
