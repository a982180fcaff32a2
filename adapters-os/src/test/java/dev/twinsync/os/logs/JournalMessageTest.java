package dev.twinsync.os.logs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.logs.LogRecord;
import dev.twinsync.domain.logs.Severity;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.os.StreamedLine;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines as a journalctl of systemd 252 wrote them. */
class JournalMessageTest {

    private static final String CURSOR = "s=6c521bd59df3499e919df9daf21ade01;i=134;b=6fe9d3155910484eab349d67a03f7841"
            + ";m=569fd4dd;t=661246e10ad4d;x=638bec7769d4fbf3";
    private static final String PLACE = "\"__CURSOR\":\"" + CURSOR + "\",\"__REALTIME_TIMESTAMP\":\"1795658953567565\""
            + ",\"__MONOTONIC_TIMESTAMP\":\"1453315293\",\"_BOOT_ID\":\"6fe9d3155910484eab349d67a03f7841\"";

    @Test
    void what_systemd_says_about_a_unit_is_about_that_unit() {
        assertEquals(
                new LogRecord(
                        Optional.of("2026-11-26T02:09:13Z"),
                        Severity.INFO,
                        "nginx.service",
                        "systemd",
                        "1",
                        "Stopped nginx.service."),
                record("\"UNIT\":\"nginx.service\",\"_SYSTEMD_UNIT\":\"init.scope\",\"PRIORITY\":\"6\",\"_UID\":\"0\","
                        + "\"MESSAGE\":\"Stopped nginx.service.\",\"_PID\":\"1\",\"SYSLOG_IDENTIFIER\":\"systemd\""));
    }

    @Test
    void the_place_of_a_message_is_its_cursor() {
        assertEquals(
                JournalCursor.parse(CURSOR).orElseThrow(),
                known("\"MESSAGE\":\"x\"").cursor());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"hello\"|hello",
                "[98,105,110,1,97,255]|`bin\u0001a\uFFFD`",
                "null|(a message of more than 4096 bytes)",
                "[\"one\",\"two\"]|`one\ntwo`",
                "[\"one\",[116,119,255],null]|`one\ntw\uFFFD\n(a message of more than 4096 bytes)`",
                "\"\"|``",
                "\"7\"|7",
            })
    void a_message_comes_in_many_forms(String json, String text) {
        assertEquals(text, record("\"MESSAGE\":" + json).message());
    }

    @Test
    void a_message_without_text_is_one_too() {
        assertEquals("", record("\"PRIORITY\":\"3\"").message());
        assertEquals(Severity.ERROR, record("\"PRIORITY\":\"3\"").severity());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"UNIT\":\"a.service\",\"_UID\":\"0\",\"_SYSTEMD_UNIT\":\"init.scope\"|a.service",
                "\"UNIT\":\"a.service\",\"_UID\":\"1000\",\"_SYSTEMD_UNIT\":\"session-3.scope\"|session-3.scope",
                "\"UNIT\":\"a.service\",\"_SYSTEMD_UNIT\":\"session-3.scope\"|session-3.scope",
                "\"USER_UNIT\":\"b.service\",\"_UID\":\"1000\",\"_SYSTEMD_UNIT\":\"user@1000.service\"|b.service",
                "\"USER_UNIT\":\"b.service\",\"_UID\":\"1000\",\"_SYSTEMD_UNIT\":\"session-3.scope\"|session-3.scope",
                "\"_SYSTEMD_UNIT\":\"c.service\",\"SYSLOG_IDENTIFIER\":\"c\"|c.service",
                "\"UNIT\":\"\",\"_UID\":\"0\",\"_SYSTEMD_UNIT\":\"c.service\"|c.service",
                "\"SYSLOG_IDENTIFIER\":\"kernel\",\"_COMM\":\"d\"|kernel",
                "\"SYSLOG_IDENTIFIER\":\"sshd\",\"_UID\":\"0\"|sshd",
                "\"SYSLOG_IDENTIFIER\":\"sshd\",\"_UID\":\"1001\"|unknown",
                "\"SYSLOG_IDENTIFIER\":\"sshd\",\"_COMM\":\"logger\",\"_UID\":\"1001\"|logger",
                "\"SYSLOG_IDENTIFIER\":null,\"_COMM\":\"d\"|d",
                "\"_COMM\":\"d\"|d",
                "\"PRIORITY\":\"6\"|unknown",
                "\"UNIT\":[\"one.service\",\"two.service\"],\"_UID\":\"0\"|one.service",
            })
    void a_message_is_about_the_unit_that_somebody_who_may_names(String fields, String unit) {
        assertEquals(unit, record(fields).unit());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"PRIORITY\":\"0\"|EMERGENCY",
                "\"PRIORITY\":\"4\"|WARNING",
                "\"PRIORITY\":\"7\"|DEBUG",
                "\"PRIORITY\":\"8\"|INFO",
                "\"PRIORITY\":\"03\"|INFO",
                "\"PRIORITY\":\"grave\"|INFO",
                "\"PRIORITY\":null|INFO",
                "\"PRIORITY\":[\"6\",\"3\"]|ERROR",
                "\"MESSAGE\":\"none\"|INFO",
            })
    void a_message_is_as_grave_as_journalctl_takes_it_to_be(String fields, Severity severity) {
        assertEquals(severity, record(fields).severity());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"_PID\":\"17\",\"SYSLOG_PID\":\"18\"|17",
                "\"SYSLOG_PID\":\"18\"|18",
                "\"SYSLOG_PID\":\"1]: x\"|``",
                "\"MESSAGE\":\"x\"|``",
            })
    void the_kernel_knows_who_wrote_it_better_than_the_one_who_did(String fields, String pid) {
        assertEquals(pid, record(fields).pid());
    }

    @Test
    void a_long_message_is_cut_between_two_words_and_says_how_much_is_missing() {
        var record = record("\"MESSAGE\":\"" + "y".repeat(4000) + " password=abcdefgh" + "z".repeat(100) + " end\"");
        assertEquals("y".repeat(4000) + " [… 122 more characters]", record.message());
        var word = record("\"MESSAGE\":\"" + "y".repeat(6000) + "\"");
        assertEquals("y".repeat(4096) + " [… 1904 more characters]", word.message());
        var rocket = record("\"MESSAGE\":\"" + "y".repeat(4095) + "🚀" + "\"");
        assertEquals("y".repeat(4095) + " [… 2 more characters]", rocket.message());
        assertEquals(
                4096,
                record("\"MESSAGE\":\"" + "y ".repeat(2048) + "\"").message().length());
    }

    @Test
    void a_message_of_very_many_lines_is_cut_too() {
        var message = record("\"MESSAGE\":\"" + "y\\n".repeat(1000) + "\"").message();
        assertEquals(100, message.lines().count());
        assertTrue(message.endsWith("y\ny [… 1801 more characters]"), message);
    }

    @Test
    void a_message_that_was_too_long_to_be_read_is_said_to_be_there() {
        var message = assertInstanceOf(Reading.Value.class, JournalMessage.of(new StreamedLine.TooLong()));
        assertEquals(new JournalMessage.TooLong(), message.value());
        assertEquals(
                "a message that is too long is left out here",
                new JournalMessage.TooLong().record().message());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-- No entries --",
                "[]",
                "\"text\"",
                "{\"MESSAGE\":\"no cursor\"}",
                "{\"__CURSOR\":\"a new form\"}",
                "{\"MESSAGE\":\"twice\",\"MESSAGE\":\"twice\"}",
                "{\"MESSAGE\":\"cut"
            })
    void what_is_no_message_is_not_taken_for_one(String line) {
        assertInstanceOf(Reading.Wrong.class, JournalMessage.of(new StreamedLine.Whole(line)));
    }

    private static LogRecord record(String fields) {
        return known(fields).record();
    }

    private static JournalMessage.Known known(String fields) {
        var line = new StreamedLine.Whole("{" + fields + "," + PLACE + "}");
        var value =
                assertInstanceOf(Reading.Value.class, JournalMessage.of(line)).value();
        return assertInstanceOf(JournalMessage.Known.class, value);
    }
}
