# SPDX-License-Identifier: Apache-2.0
"""As much of HTTP/2 as one gRPC call needs, for both ends of it."""

import struct

PREFACE = b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"
DATA, HEADERS, RESET, SETTINGS, PING, GOAWAY, CONTINUATION = 0, 1, 3, 4, 6, 7, 9
END_STREAM, ACK, END_HEADERS, PADDED, PRIORITY = 1, 1, 4, 8, 32

# The start of HPACK's static table. Later entries are not needed here and are
# identified by their number.
STATIC = [None, (":authority", ""), (":method", "GET"), (":method", "POST"), (":path", "/"),
          (":path", "/index.html"), (":scheme", "http"), (":scheme", "https"), (":status", "200"),
          (":status", "204"), (":status", "206"), (":status", "304"), (":status", "400"),
          (":status", "404"), (":status", "500")]
STATIC += [("static-%d" % i, "") for i in range(len(STATIC), 62)]

# HPACK's Huffman code is canonical, so the lengths suffice. Only printable ASCII
# is included.
BY_LENGTH = {5: "012aceiost", 6: " %-./3456789=A_bdfghlmnpru", 7: ":BCDEFGHIJKLMNOPQRSTUVWYjkqvwxyz",
             8: "&*,;XZ", 10: "!\"()?", 11: "'+|", 12: "#>", 13: "\0$@[]~", 14: "^}", 15: "<`{", 19: "\\"}


def _codes():
    table, code, last = {}, 0, 0
    for length, symbols in sorted(BY_LENGTH.items()):
        code <<= length - last
        last = length
        for symbol in symbols:
            table[length, code] = symbol
            code += 1
    return table


CODES = _codes()


def _unhuffman(data):
    text, code, length = [], 0, 0
    for byte in data:
        for bit in range(7, -1, -1):
            code, length = code << 1 | byte >> bit & 1, length + 1
            if (length, code) in CODES:
                text.append(CODES[length, code])
                code = length = 0
    return "".join(text)


class Decoder:
    """Reads the header blocks of one direction of a connection."""

    def __init__(self):
        self.dynamic = []

    def _entry(self, index):
        return STATIC[index] if index < len(STATIC) else self.dynamic[index - len(STATIC)]

    def decode(self, block):
        self.block, self.at = block, 0
        headers = []
        while self.at < len(block):
            first = block[self.at]
            if first & 0x80:
                headers.append(self._entry(self._number(7)))
            elif first & 0xE0 == 0x20:
                self._number(5)  # a new size for the dynamic table, which is never exceeded here
            else:
                index = self._number(6 if first & 0x40 else 4)
                name = self._entry(index)[0] if index else self._text()
                headers.append((name, self._text()))
                if first & 0x40:
                    self.dynamic.insert(0, headers[-1])
        return dict(headers)

    def _number(self, bits):
        limit = (1 << bits) - 1
        value = self.block[self.at] & limit
        self.at += 1
        shift = 0
        while value >= limit or shift:
            byte = self.block[self.at]
            self.at += 1
            value += (byte & 0x7F) << shift
            shift += 7
            if not byte & 0x80:
                break
        return value

    def _text(self):
        huffman = self.block[self.at] & 0x80
        length = self._number(7)
        data = self.block[self.at:self.at + length]
        self.at += length
        return _unhuffman(data) if huffman else data.decode("latin-1")


def encode(headers):
    """Plain literals: every decoder reads them."""
    block = b""
    for name, value in headers:
        block += b"\0" + bytes([len(name)]) + name.encode() + bytes([len(value)]) + value.encode()
    return block


def frame(kind, flags=0, stream=0, payload=b""):
    return struct.pack(">I", len(payload))[1:] + bytes([kind, flags]) + struct.pack(">I", stream) + payload


def frames(stream):
    """The frames that arrive on a stream with recv, as (kind, flags, stream id, payload)."""
    buffered = b""
    while True:
        while len(buffered) >= 9 and len(buffered) >= 9 + int.from_bytes(buffered[:3], "big"):
            end = 9 + int.from_bytes(buffered[:3], "big")
            yield buffered[3], buffered[4], int.from_bytes(buffered[5:9], "big"), buffered[9:end]
            buffered = buffered[end:]
        more = stream.recv()
        if not more:
            return
        buffered += more


def messages(stream):
    """Like frames, with settings and pings answered, and header blocks put together and decoded."""
    decoder, block = Decoder(), b""
    ended = False
    for kind, flags, number, payload in frames(stream):
        if kind in (SETTINGS, PING) and not flags & ACK:
            stream.sendall(frame(kind, ACK, 0, payload if kind == PING else b""))
        elif kind in (HEADERS, CONTINUATION):
            if kind == HEADERS:
                ended = flags & END_STREAM
                if flags & PADDED:
                    payload = payload[1:len(payload) - payload[0]]
                if flags & PRIORITY:
                    payload = payload[5:]
            block += payload
            if flags & END_HEADERS:
                yield HEADERS, ended, number, decoder.decode(block)
                block = b""
        else:
            yield kind, kind == DATA and flags & END_STREAM, number, payload


def serve(stream, on_request):
    """Answers every call with an empty success. The preface has been read."""
    stream.sendall(frame(SETTINGS))
    for kind, ended, number, content in messages(stream):
        if kind == HEADERS:
            on_request(content)
        if ended and kind in (HEADERS, DATA):
            stream.sendall(frame(HEADERS, END_HEADERS, number, encode([(":status", "200"), ("content-type", "application/grpc")]))
                           + frame(HEADERS, END_HEADERS | END_STREAM, number, encode([("grpc-status", "0")]))
                           + frame(GOAWAY, 0, 0, struct.pack(">II", number, 0)))
        if kind == GOAWAY:
            return


def call(stream, authority, path):
    """Makes a gRPC call with an empty message; the headers and trailers of the answer, or None."""
    request = [(":method", "POST"), (":scheme", "http"), (":path", path), (":authority", authority),
               ("content-type", "application/grpc"), ("te", "trailers")]
    stream.sendall(PREFACE + frame(SETTINGS) + frame(HEADERS, END_HEADERS, 1, encode(request))
                   + frame(DATA, END_STREAM, 1, b"\0\0\0\0\0"))
    answer = {}
    for kind, ended, number, content in messages(stream):
        if kind == HEADERS:
            answer.update(content)
        if kind == GOAWAY or kind == RESET and number == 1:
            return answer or None
        if ended and number == 1:
            return answer
    return answer or None
