package dev.twinsync.port;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostAddressTest {

    @ParameterizedTest
    @ValueSource(strings = {"box", "alice@box", "root@box.example", "my_nas-2", "a@10.0.0.7", "alice@[fe80::1]"})
    void a_machine_with_or_without_a_user(String text) {
        assertEquals(text, HostAddress.of(text).toString());
    }

    @Test
    void an_address_is_taken_without_its_brackets() {
        assertEquals("fe80::1", HostAddress.of("[fe80::1]").bareHost());
        assertEquals(Optional.of("alice"), HostAddress.of("alice@box").user());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "@box",
                "alice@",
                "-oProxyCommand=x",
                "alice@-v",
                "-l@box",
                "alice@box:22",
                "ssh://box",
                "a b",
                "box;id",
                "$(id)",
                "alice@box@other",
                "box\nother",
                "al*ce@box",
                "box/",
                "..",
                "box.",
                "[x]",
                "bóx"
            })
    void no_option_no_command_and_nothing_else(String text) {
        var refused = assertThrows(IllegalArgumentException.class, () -> HostAddress.of(text));
        assertTrue(refused.getMessage().contains("write USER@MACHINE"), refused::getMessage);
    }
}
