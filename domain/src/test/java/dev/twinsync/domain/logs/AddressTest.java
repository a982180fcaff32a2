package dev.twinsync.domain.logs;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "255.249.199.9",
                "0.0.0.0",
                "::",
                "::1",
                "1::",
                "2001:db8::dead:beef",
                "2001:DB8:0:0:0:0:0:1",
                "fe80::1%eth0",
                "::ffff:192.0.2.1",
                "64:ff9b:0:0:0:0:192.0.2.1"
            })
    void this_is_one(String text) {
        assertTrue(Address.isOne(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "root",
                "1.2.3",
                "1.2.3.4.5",
                "1.2.3.4.",
                "256.0.0.1",
                "01.2.3.4",
                "1.2.3.4\n",
                "1.2.3.4%eth0",
                ":",
                ":::",
                "1::2::3",
                "1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:8:9",
                "1:2:3:4:5:6:7::8",
                "12345::1",
                "g::1",
                "1.2.3.4::",
                "::1.2.3.4:5",
                "::1.2.3",
                "fe80::1%",
                "fe80::1%eth0 port",
                "fe80::1%a%b"
            })
    void this_is_none(String text) {
        assertFalse(Address.isOne(text));
    }
}
