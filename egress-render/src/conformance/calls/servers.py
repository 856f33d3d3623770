# SPDX-License-Identifier: Apache-2.0
"""The servers behind the endpoints: each records what arrives at it."""

import re
import socket
import ssl
import threading
import time

import http2
from certificates import is_ip
from streams import CALL_SECONDS, Tls, Wire, client_hello

PASSTHROUGH = "passthrough"


class Arrival:
    """One connection that reached a server."""

    def __init__(self, server):
        self.server = server
        self.tls = self.refused = self.host = self.client = self.sni = self.chosen = None
        self.alpn = []
        self.inner_tls = False
        self.bytes = 0  # of the application, inside TLS if TLS is used
        self.wire = None


class Server:
    """The server behind an endpoint. Its role says which certificate it shows."""

    def __init__(self, name, sidecar):
        self.name, self.sidecar, self.arrivals, self.threads = name, sidecar, [], []
        self.names = sidecar.certificates.get(name)  # for a name that is not its own
        self.role = "unknown-ca" if name in sidecar.unknown else "own"
        self.last, self.all_accepted = None, threading.Event()
        self.greeting = b""  # what the server sends before it reads
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self):
        while True:
            try:
                sock, peer = self.listener.accept()
            except OSError:
                return
            if peer == self.last:
                sock.close()
                self.all_accepted.set()
                continue
            arrival = Arrival(self)
            self.arrivals.append(arrival)
            thread = threading.Thread(target=self._handle, args=(sock, arrival), daemon=True)
            self.threads.append(thread)
            thread.start()

    def settled(self):
        """Waits for the connections to end, and returns what arrived by them."""
        self.all_accepted.clear()
        with socket.socket() as sock:  # an additional connection: earlier ones have been accepted once it is
            sock.bind(("127.0.0.1", 0))
            self.last = sock.getsockname()
            sock.connect(("127.0.0.1", self.port))
            self.all_accepted.wait(CALL_SECONDS)
        deadline = time.monotonic() + 1
        while self.threads:
            self.threads.pop().join(max(0.0, deadline - time.monotonic()))
        arrivals, self.arrivals = self.arrivals, []
        return arrivals

    def _context(self, sni):
        authority = self.sidecar.unknown_authority if self.role == "unknown-ca" else self.sidecar.authority
        host = self.name.rpartition(":")[0].strip("[]")
        name = self.names or (sni if sni and (is_ip(host) or not host) else host) or "localhost"
        if self.role == "other-name":
            name = "other-name.invalid"
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(*authority.certificate(name))
        context.load_verify_locations(self.sidecar.authority.file)
        context.verify_mode = ssl.CERT_OPTIONAL
        context.set_alpn_protocols(["h2", "http/1.1"])
        context.num_tickets = 0  # no session resumption: every connection has a full handshake
        context.options |= ssl.OP_NO_TICKET
        return context

    def _handle(self, sock, arrival):
        stream = arrival.wire = wire = Wire(sock)
        try:
            if self.greeting:
                wire.sendall(self.greeting)
            wire.pending = first = wire.recv()
            if first[:2] == b"\x16\x03":
                arrival.sni, arrival.alpn = client_hello(wire)
                arrival.tls = "?"
                stream = Tls(wire, self._context(arrival.sni), server_side=True)
                arrival.tls = stream.object.version()
                arrival.chosen = stream.object.selected_alpn_protocol()
                subject = (stream.object.getpeercert() or {}).get("subject", ())
                arrival.client = next((value for rdn in subject for key, value in rdn if key == "commonName"), None)
                stream.pending = first = stream.recv()
                arrival.inner_tls = first[:2] == b"\x16\x03"
            arrival.bytes = len(first)
            self._answer(stream, first, arrival)
        except ssl.SSLError as error:
            arrival.refused = (error.reason or str(error)).lower().replace("_", "-").partition("alert-")[2] or str(error.reason)
        except OSError:
            arrival.refused = arrival.refused or ("closed" if arrival.tls == "?" else None)
        finally:
            stream.close()

    def _answer(self, stream, first, arrival):
        if first.startswith(http2.PREFACE[:len(first)]) and first:
            data = stream.recv()
            while len(data) < len(http2.PREFACE):
                data += stream.recv()
            stream.pending = data[len(http2.PREFACE):]

            def seen(headers):
                arrival.host = headers.get(":authority")
            http2.serve(stream, seen)
        elif re.match(rb"[A-Z]+ \S* ?H?", first) and b"HTTP/1" in first.split(b"\r\n")[0]:
            data = stream.recv()
            while b"\r\n\r\n" not in data:
                data += stream.recv()
            found = re.search(rb"\r\n[Hh]ost: *([^\r]*)", data)
            arrival.host = found and found.group(1).decode("latin-1")
            stream.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
        else:
            data = stream.recv() if first else b""
            while data:
                stream.sendall(data)
                data = stream.recv()
