# SPDX-License-Identifier: Apache-2.0
import argparse
import shutil
import ssl
import tempfile
import unittest

import calls
from certificates import Authority, is_ip
from streams import client_hello


class CallTest(unittest.TestCase):
    def test_url_and_words(self):
        call = calls.Call("tls://api.example.com:8443@192.0.2.1 -> tls(sni=api.example.com verified) status=200")
        self.assertEqual(("tls", "api.example.com", 8443, "192.0.2.1"), (call.scheme, call.host, call.port, call.address))
        self.assertEqual(["tls", "sni=api.example.com", "verified", "status=200"], call.expected)
        self.assertEqual("api.example.com:8443", call.authority)
        self.assertEqual("tls://api.example.com:8443@192.0.2.1", call.url)

    def test_ports_that_are_left_out(self):
        self.assertEqual(80, calls.Call("http://payments").port)
        self.assertEqual(443, calls.Call("tls://payments").port)

    def test_nothing_is_expected_without_an_arrow(self):
        self.assertIsNone(calls.Call("http://payments").expected)
        self.assertEqual([], calls.Call("http://payments ->").expected)

    def test_an_ipv6_address(self):
        call = calls.Call("tcp://[2001:db8::1]:6379")
        call.resolve({}, "default")
        self.assertEqual(("2001:db8::1", 6379), (call.address, call.port))

    def test_refuses(self):
        for text in ("payments", "ftp://payments", "http://", "grpc://payments", "tcp://payments"):
            with self.assertRaises(argparse.ArgumentTypeError, msg=text):
                calls.Call(text)

    def test_names_are_resolved_as_in_the_cluster(self):
        addresses = {"payments.default": "10.96.0.2", "payments.shop": "10.96.0.3"}
        expected = {
            "payments": "10.96.0.2", "payments.shop": "10.96.0.3", "payments.shop.svc": "10.96.0.3",
            "payments.shop.svc.cluster.local.": "10.96.0.3", "payments.example.com": calls.OUTSIDE_ADDRESS,
            "payments.shop.example.com": calls.OUTSIDE_ADDRESS, "192.0.2.1": "192.0.2.1",
        }
        for host, address in expected.items():
            call = calls.Call("http://" + host)
            call.resolve(addresses, "default")
            self.assertEqual(address, call.address, host)

    def test_an_address_that_is_given_counts(self):
        call = calls.Call("http://payments@192.0.2.9")
        call.resolve({"payments.default": "10.96.0.2"}, "default")
        self.assertEqual("192.0.2.9", call.address)


class ArgumentsTest(unittest.TestCase):
    def test_a_line_of_a_file_is_several_arguments(self):
        line = "--call 'http://payments -> status=200' # a comment"
        self.assertEqual(["--call", "http://payments -> status=200"], calls.Arguments().convert_arg_line_to_args(line))


class Wire:
    """A ClientHello that arrives in pieces."""

    def __init__(self, data, size):
        self.pieces = [data[i:i + size] for i in range(0, len(data), size)]
        self.pending = b""

    def recv(self):
        return self.pieces.pop(0) if self.pieces else b""


def hello(name, protocols):
    """What Python's own TLS sends first."""
    context = ssl.create_default_context()
    context.check_hostname = False
    if protocols:
        context.set_alpn_protocols(protocols)
    outgoing = ssl.MemoryBIO()
    client = context.wrap_bio(ssl.MemoryBIO(), outgoing, server_hostname=name)
    try:
        client.do_handshake()
    except ssl.SSLWantReadError:
        pass
    return outgoing.read()


class ClientHelloTest(unittest.TestCase):
    def test_name_and_protocols(self):
        data = hello("api.example.com", ["h2", "http/1.1"])
        for size in (3, 100, len(data)):
            wire = Wire(data, size)
            self.assertEqual(("api.example.com", ["h2", "http/1.1"]), client_hello(wire))
            self.assertEqual(data, wire.pending)

    def test_neither(self):
        self.assertEqual((None, []), client_hello(Wire(hello(None, []), 50)))


@unittest.skipUnless(shutil.which("openssl"), "there is no openssl on the PATH")
class AuthorityTest(unittest.TestCase):
    def test_signs_for_a_name_and_for_an_address(self):
        with tempfile.TemporaryDirectory() as directory:
            authority = Authority(directory, "test")
            for name in ("api.example.com", "192.0.2.1", "2001:db8::1", "long-" + "a" * 58 + ".example.com"):
                file, key = authority.certificate(name)
                ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER).load_cert_chain(file, key)
                self.assertEqual((file, key), authority.certificate(name))
            context = ssl.create_default_context(cafile=authority.file)
            self.assertEqual(1, len(context.get_ca_certs()))

    def test_is_ip(self):
        self.assertEqual([True, True, False], [is_ip(text) for text in ("192.0.2.1", "2001:db8::1", "example.com")])


if __name__ == "__main__":
    unittest.main()
