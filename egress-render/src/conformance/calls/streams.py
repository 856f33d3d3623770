# SPDX-License-Identifier: Apache-2.0
"""Connections that keep their bytes, with TLS and without, and the reading of a ClientHello."""

import socket
import ssl

CALL_SECONDS = 5.0  # the limit for a call


class Wire:
    """A socket that keeps what went over it."""

    def __init__(self, sock):
        self.sock, self.received, self.sent, self.pending = sock, bytearray(), bytearray(), b""
        sock.settimeout(CALL_SECONDS)

    def recv(self):
        if self.pending:
            data, self.pending = self.pending, b""
            return data
        data = self.sock.recv(65536)
        self.received += data
        return data

    def sendall(self, data):
        self.sent += data
        self.sock.sendall(data)

    def close(self):
        try:
            self.sock.shutdown(socket.SHUT_RDWR)
        except OSError:
            pass
        self.sock.close()


class Tls:
    """TLS over a wire, for either side."""

    def __init__(self, wire, context, **kind):
        self.wire, self.incoming, self.outgoing = wire, ssl.MemoryBIO(), ssl.MemoryBIO()
        self.object = context.wrap_bio(self.incoming, self.outgoing, **kind)
        self.pending = b""
        try:
            self._run(self.object.do_handshake)
        finally:
            self._flush()

    def _flush(self):
        data = self.outgoing.read()
        if data:
            try:
                self.wire.sendall(data)
            except OSError:
                pass

    def _run(self, step, *args):
        while True:
            try:
                result = step(*args)
                self._flush()
                return result
            except ssl.SSLWantReadError:
                self._flush()
                data = self.wire.recv()
                if data:
                    self.incoming.write(data)
                else:
                    self.incoming.write_eof()

    def recv(self):
        if self.pending:
            data, self.pending = self.pending, b""
            return data
        try:
            return self._run(self.object.read, 65536)
        except (ssl.SSLEOFError, ssl.SSLZeroReturnError):
            return b""

    def sendall(self, data):
        self._run(self.object.write, data)

    def close(self):
        try:
            self.object.unwrap()
        except (ssl.SSLError, OSError, ValueError):
            pass
        self._flush()
        self.wire.close()


def client_hello(wire):
    """SNI and ALPN that a client offers, read without taking anything from the wire."""
    data = wire.recv()
    while len(data) < 5 or len(data) < 5 + int.from_bytes(data[3:5], "big"):
        more = wire.recv()
        if not more:
            break
        data += more
    wire.pending = data
    at = 9 + 2 + 32
    at += 1 + data[at]
    at += 2 + int.from_bytes(data[at:at + 2], "big")
    at += 1 + data[at]
    end = at + 2 + int.from_bytes(data[at:at + 2], "big")
    at += 2
    sni, alpn = None, []
    while at < end:
        kind, length = int.from_bytes(data[at:at + 2], "big"), int.from_bytes(data[at + 2:at + 4], "big")
        body = data[at + 4:at + 4 + length]
        if kind == 0:
            sni = body[5:].decode("ascii", "replace")
        if kind == 16:
            rest = body[2:]
            while rest:
                alpn.append(rest[1:1 + rest[0]].decode("ascii", "replace"))
                rest = rest[1 + rest[0]:]
        at += 4 + length
    return sni, alpn
