# SPDX-License-Identifier: Apache-2.0
import unittest

import http2


class Stream:
    """Bytes that arrive in pieces; keeps what is sent."""

    def __init__(self, data, size):
        self.pieces = [data[i:i + size] for i in range(0, len(data), size)]
        self.sent = b""

    def recv(self):
        return self.pieces.pop(0) if self.pieces else b""

    def sendall(self, data):
        self.sent += data


class DecoderTest(unittest.TestCase):
    """The requests are those of RFC 7541, appendix C."""

    def test_literals_and_the_dynamic_table(self):
        decoder = http2.Decoder()
        first = bytes.fromhex("828684410f7777772e6578616d706c652e636f6d")
        expected = {":method": "GET", ":scheme": "http", ":path": "/", ":authority": "www.example.com"}
        self.assertEqual(expected, decoder.decode(first))
        second = bytes.fromhex("828684be58086e6f2d6361636865")
        headers = decoder.decode(second)
        self.assertEqual("www.example.com", headers[":authority"])
        self.assertIn("no-cache", headers.values())

    def test_huffman(self):
        block = bytes.fromhex("828684418cf1e3c2e5f23a6ba0ab90f4ff")
        self.assertEqual("www.example.com", http2.Decoder().decode(block)[":authority"])

    def test_numbers_of_several_bytes(self):
        decoder = http2.Decoder()
        for data, expected in (("0a", 10), ("1f9a0a", 1337), ("1f00", 31), ("1f80027f", 287)):
            decoder.block, decoder.at = bytes.fromhex(data), 0
            self.assertEqual(expected, decoder._number(5), data)

    def test_reads_what_is_encoded(self):
        headers = [(":status", "200"), ("grpc-status", "0"), ("empty", "")]
        self.assertEqual(dict(headers), http2.Decoder().decode(http2.encode(headers)))

    def test_every_code_is_of_one_symbol(self):
        symbols = list(http2.CODES.values())
        self.assertEqual(len(symbols), len(set(symbols)))


class FramesTest(unittest.TestCase):
    def test_however_they_are_cut(self):
        data = http2.frame(http2.SETTINGS) + http2.frame(http2.DATA, http2.END_STREAM, 3, b"x" * 300)
        expected = [(http2.SETTINGS, 0, 0, b""), (http2.DATA, http2.END_STREAM, 3, b"x" * 300)]
        for size in (1, 8, 9, 10, len(data)):
            self.assertEqual(expected, list(http2.frames(Stream(data, size))), size)

    def test_half_a_frame_is_none(self):
        self.assertEqual([], list(http2.frames(Stream(http2.frame(http2.DATA, 0, 1, b"abc")[:-1], 4))))

    def test_settings_and_pings_are_answered(self):
        stream = Stream(http2.frame(http2.SETTINGS) + http2.frame(http2.PING, 0, 0, b"12345678"), 100)
        self.assertEqual([], list(http2.messages(stream)))
        answers = http2.frame(http2.SETTINGS, http2.ACK) + http2.frame(http2.PING, http2.ACK, 0, b"12345678")
        self.assertEqual(answers, stream.sent)

    def test_padding_priority_and_continuation(self):
        block = http2.encode([(":path", "/a"), (":authority", "payments")])
        padded = bytes([2]) + b"\0\0\0\0\0" + block[:5] + b"\0\0"
        flags = http2.PADDED | http2.PRIORITY | http2.END_STREAM
        data = http2.frame(http2.HEADERS, flags, 1, padded) + http2.frame(http2.CONTINUATION, http2.END_HEADERS, 1, block[5:])
        ((kind, ended, number, headers),) = http2.messages(Stream(data, 7))
        self.assertEqual((http2.HEADERS, 1), (kind, number))
        self.assertTrue(ended)
        self.assertEqual({":path": "/a", ":authority": "payments"}, headers)


class CallTest(unittest.TestCase):
    """The client reads what the server wrote, and the server what the client wrote."""

    def test_both_ends(self):
        probe = Stream(b"", 1)
        self.assertIsNone(http2.call(probe, "payments", "/service/method"))
        request = probe.sent
        self.assertTrue(request.startswith(http2.PREFACE))
        seen = []
        server = Stream(request[len(http2.PREFACE):], 11)
        http2.serve(server, seen.append)
        self.assertEqual("payments", seen[0][":authority"])
        self.assertEqual("/service/method", seen[0][":path"])
        answer = http2.call(Stream(server.sent, 5), "payments", "/service/method")
        self.assertEqual(("200", "0"), (answer[":status"], answer["grpc-status"]))

    def test_a_reset_without_answer_is_none(self):
        stream = Stream(http2.frame(http2.RESET, 0, 1, b"\0\0\0\0"), 100)
        self.assertIsNone(http2.call(stream, "payments", "/"))


if __name__ == "__main__":
    unittest.main()
