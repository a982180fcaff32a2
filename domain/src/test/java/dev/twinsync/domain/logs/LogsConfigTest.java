package dev.twinsync.domain.logs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.Property;
import dev.twinsync.domain.files.TargetPath;
import dev.twinsync.domain.services.UnitName;
import dev.twinsync.domain.shape.Place;
import dev.twinsync.domain.shape.Problem;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.domain.shape.Tree;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogsConfigTest {

    private static Arbitrary<Long> tails() {
        return Arbitraries.longs().between(1, 5_000);
    }

    private static Arbitrary<JournalWish> journals() {
        var spans = Combinators.combine(Arbitraries.integers().between(1, 999_999), Arbitraries.of("s", "m", "h", "d"))
                .as((number, unit) -> new Span(number + unit));
        var units =
                Arbitraries.of("nginx.service", "getty@tty1.service", "-.mount").map(UnitName::new);
        return Combinators.combine(
                        Arbitraries.of(true, false),
                        tails(),
                        spans,
                        units.list().ofMaxSize(3))
                .as(JournalWish::new);
    }

    private static Arbitrary<FileSource> sources() {
        return Combinators.combine(
                        Arbitraries.of("syslog", "a", "0-x_y", "z".repeat(64)),
                        Arbitraries.of("/var/log/syslog", "/srv/a b/c.log").map(TargetPath::new),
                        tails(),
                        Arbitraries.of(FileSource.Parse.class))
                .as(FileSource::new);
    }

    private static List<FileSource> unique(List<FileSource> sources) {
        var names = new HashSet<String>();
        return sources.stream().filter(source -> names.add(source.name())).toList();
    }

    private static Arbitrary<HomeAssistantWish> homeAssistants() {
        return Combinators.combine(Arbitraries.of(true, false), tails(), Arbitraries.of(HomeAssistantWish.Source.class))
                .as(HomeAssistantWish::new);
    }

    private static Arbitrary<LogsConfig> configs() {
        var files = Combinators.combine(
                        Arbitraries.of(true, false),
                        sources().list().ofMaxSize(4).map(LogsConfigTest::unique))
                .as(FilesWish::new);
        return Combinators.combine(journals(), files, homeAssistants()).as(LogsConfig::new);
    }

    @Test
    void what_is_written_is_read_again() {
        Property.forAll(
                configs(),
                config -> assertEquals(
                        new Reading.Value<>(config), LogsConfig.SHAPE.read(LogsConfig.SHAPE.write(config))));
        Property.forAll(
                configs(),
                config -> assertEquals(
                        new Reading.Value<>(config), LogsConfig.SHAPE.read(LogsConfig.SHAPE.inFull(config))));
    }

    @Test
    void an_empty_document_asks_for_the_usual_logs() {
        assertEquals(
                new Reading.Value<>(LogsConfig.DEFAULT),
                LogsConfig.SHAPE.read(Tree.map().build()));
    }

    /** Where a document of one value would have it; the place of the value, and of the map around it. */
    private static final Place VALUE = new Place("state/logs_config.yaml", 7, 9);

    private static final Place AROUND = new Place("state/logs_config.yaml", 3, 5);

    /** {@code 12} and {@code true} as they stand without quotes. */
    private static Tree value(String text) {
        return new Tree.Scalar(text, text.matches("-?[0-9]+|true|false"), VALUE);
    }

    private static Tree.Mapping around(List<Tree.Entry> entries) {
        return new Tree.Mapping(entries, AROUND);
    }

    private static Tree.Entry line(String key, Tree value) {
        return new Tree.Entry(key, value, VALUE);
    }

    private static List<Problem> problemsOfJournal(String key, String text) {
        var journal = around(List.of(line(key, value(text))));
        return LogsConfig.SHAPE
                .read(Tree.map().put("systemd_journal", journal).build())
                .problems();
    }

    private static List<Problem> problemsOfSource(String key, String text) {
        var lines = new ArrayList<Tree.Entry>();
        lines.add(line("name", Tree.text("web")));
        lines.add(line("path", Tree.text("/var/log/web.log")));
        lines.removeIf(entry -> entry.key().equals(key));
        lines.add(line(key, value(text)));
        var files = Tree.map().put("sources", Tree.list(List.of(around(lines)))).build();
        return LogsConfig.SHAPE.read(Tree.map().put("files", files).build()).problems();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            tail_lines | 0       | tail_lines must be from 1 to 5000, not 0
            tail_lines | -1      | tail_lines must be from 1 to 5000, not -1
            tail_lines | 5001    | tail_lines must be from 1 to 5000, not 5001
            """)
    void a_journal_that_makes_no_sense_is_refused_at_its_place(String key, String text, String message) {
        assertEquals(List.of(new Problem(AROUND, message)), problemsOfJournal(key, text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            tail_lines | many    | expected a whole number, found "many"
            tail_line  | 7       | unknown key "tail_line"; did you mean "tail_lines"?
            enabled    | yes     | expected true or false, found "yes"
            since      | 1 hour  | "1 hour" is no length of time: a number with s, m, h or d behind it, as 30m
            since      | 0h      | "0h" is no length of time: a number with s, m, h or d behind it, as 30m
            since      | -1h     | "-1h" is no length of time: a number with s, m, h or d behind it, as 30m
            since      | 1w      | "1w" is no length of time: a number with s, m, h or d behind it, as 30m
            units      | nginx   | expected a list, found "nginx"
            """)
    void a_line_of_the_journal_that_makes_no_sense_is_refused_at_its_place(String key, String text, String message) {
        assertEquals(List.of(new Problem(VALUE, message)), problemsOfJournal(key, text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            name       | Web          | "Web" cannot be the name of a log file: small letters, digits, _ and - only, and not errors_last_boot or ha_core or ha_supervisor or journal
            name       | ../x         | "../x" cannot be the name of a log file: small letters, digits, _ and - only, and not errors_last_boot or ha_core or ha_supervisor or journal
            name       | ha_core      | "ha_core" cannot be the name of a log file: small letters, digits, _ and - only, and not errors_last_boot or ha_core or ha_supervisor or journal
            name       | journal      | "journal" cannot be the name of a log file: small letters, digits, _ and - only, and not errors_last_boot or ha_core or ha_supervisor or journal
            path       | /etc/shadow  | /etc/shadow is no log: secrets are kept there, which twin never reads, records or writes
            path       | /root/.netrc | /root/.netrc is no log: secrets are kept there, which twin never reads, records or writes
            tail_lines | 0            | tail_lines must be from 1 to 5000, not 0
            """)
    void a_log_file_that_makes_no_sense_is_refused_at_its_place(String key, String text, String message) {
        assertEquals(List.of(new Problem(AROUND, message)), problemsOfSource(key, text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"var/log/x", "/var/log/../../etc/passwd", "/var//log", "/proc/kmsg", "/var/log/x\n", ""})
    void a_path_that_leads_anywhere_else_is_refused_at_its_place(String path) {
        var problem = problemsOfSource("path", path).getFirst();
        assertEquals(VALUE, problem.place());
        assertTrue(problem.message().contains("is not a path that twin manages"), problem.message());
    }

    @Test
    void a_way_to_read_that_twin_does_not_know_is_refused_with_a_hint() {
        assertEquals(
                List.of(new Problem(
                        VALUE, "expected none or syslog or auth or nginx, found \"sylog\"; did you mean \"syslog\"?")),
                problemsOfSource("parse", "sylog"));
    }

    private static List<Problem> problemsOfHomeAssistant(String key, String text) {
        var block = around(List.of(line(key, value(text))));
        return LogsConfig.SHAPE
                .read(Tree.map().put("home_assistant", block).build())
                .problems();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            tail_lines | many    | expected a whole number, found "many"
            tail_line  | 7       | unknown key "tail_line"; did you mean "tail_lines"?
            enabled    | yes     | expected true or false, found "yes"
            source     | podmann | expected auto or supervisor or docker or journal or file, found "podmann"
            source     | jurnal  | expected auto or supervisor or docker or journal or file, found "jurnal"; did you mean "journal"?
            """)
    void a_line_on_home_assistant_that_makes_no_sense_is_refused_at_its_place(String key, String text, String message) {
        assertEquals(List.of(new Problem(VALUE, message)), problemsOfHomeAssistant(key, text));
    }

    @Test
    void what_home_assistant_is_to_keep_has_its_limits() {
        assertEquals(
                List.of(new Problem(AROUND, "tail_lines must be from 1 to 5000, not 5001")),
                problemsOfHomeAssistant("tail_lines", "5001"));
    }

    @Test
    void two_log_files_of_one_name_are_refused() {
        var one = new FileSource("a", new TargetPath("/var/log/a"), 1, FileSource.Parse.NONE);
        var other = new FileSource("a", new TargetPath("/var/log/b"), 1, FileSource.Parse.NONE);
        var config = new LogsConfig(
                JournalWish.DEFAULT, new FilesWish(true, List.of(one, other)), HomeAssistantWish.DEFAULT);
        assertEquals(
                List.of(new Problem(Place.NONE, "\"a\" is declared twice")),
                LogsConfig.SHAPE.read(LogsConfig.SHAPE.write(config)).problems());
    }
}
