package dev.twinsync.os.cron;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.twinsync.domain.Property;
import dev.twinsync.domain.cron.CrontabText;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import org.junit.jupiter.api.Test;

class CrontabBytesTest {

    @Test
    void any_bytes_come_back_through_text_and_lines() {
        Property.forAll(Arbitraries.bytes().array(byte[].class), CrontabBytesTest::comesBack);
        Property.forAll(
                Arbitraries.strings()
                        .withChars("\u00F0\u009F\u0090\u00E2\u0082\u00AC\u00C3\u00A9\u00ED\u00A0\u0080\n#\0")
                        .map(text -> text.getBytes(StandardCharsets.ISO_8859_1)),
                CrontabBytesTest::comesBack);
    }

    private static void comesBack(byte[] bytes) {
        var text = CrontabText.parse(CrontabBytes.decode(bytes)).print();
        assertArrayEquals(bytes, CrontabBytes.encode(text));
    }

    @Test
    void utf_8_is_read_as_what_it_says_and_other_bytes_as_lone_surrogates() {
        assertEquals("é€🐧", CrontabBytes.decode("é€🐧".getBytes(StandardCharsets.UTF_8)));
        assertEquals("a\uDCE9b", CrontabBytes.decode(new byte[] {'a', (byte) 0xE9, 'b'}));
    }
}
