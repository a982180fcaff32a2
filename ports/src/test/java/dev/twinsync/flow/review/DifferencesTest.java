package dev.twinsync.flow.review;

import static dev.twinsync.flow.SimulatedTwin.absent;
import static dev.twinsync.flow.SimulatedTwin.installed;
import static dev.twinsync.flow.SimulatedTwin.present;
import static dev.twinsync.flow.SimulatedTwin.service;
import static dev.twinsync.flow.SimulatedTwin.wanted;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.files.AccountName;
import dev.twinsync.domain.files.DesiredFile;
import dev.twinsync.domain.files.FileMode;
import dev.twinsync.domain.files.Files;
import dev.twinsync.domain.files.TargetPath;
import dev.twinsync.domain.files.TwinPath;
import dev.twinsync.domain.services.UnitFileState;
import dev.twinsync.domain.shape.Problem;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.domain.shape.Tree;
import dev.twinsync.flow.MirrorWithContents;
import dev.twinsync.flow.SimulatedTwin;
import dev.twinsync.flow.content.Content;
import dev.twinsync.flow.content.FileContents;
import dev.twinsync.flow.secrecy.DiscreetFiles;
import dev.twinsync.flow.twin.Equipped;
import dev.twinsync.flow.twin.Snapshot;
import dev.twinsync.flow.twin.Twin;
import dev.twinsync.flow.view.Layout;
import dev.twinsync.flow.view.Selection;
import dev.twinsync.port.ScanningGate;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What is told of a machine that is not as it is wished. */
class DifferencesTest {

    private final SimulatedTwin machine = new SimulatedTwin();

    private static Differences.Report report(Twin twin, String... selection) throws IOException {
        return value(
                new Differences(twin, false).of(twin.view().survey().ofMachine(), new Selection(List.of(selection))));
    }

    private static Differences.Report value(Reading<Differences.Report> reading) {
        return switch (reading) {
            case Reading.Value<Differences.Report>(var report) -> report;
            case Reading.Wrong<Differences.Report>(var problems) -> throw new AssertionError(problems);
        };
    }

    private static List<String> sorts(Differences.Report report) {
        return report.all().stream().map(one -> one.sort() + " " + one.name()).toList();
    }

    private void four() throws IOException {
        machine.packages.put(installed("vim"));
        machine.services.put(service("a.service", UnitFileState.ENABLED, true));
        machine.init();
        machine.packages.put(installed("nano"));
        machine.packages.put(installed("telnet"));
        machine.wish(present("vim"), present("git"), absent("telnet"));
        machine.wish(wanted("a.service", false, true));
    }

    @Test
    void a_machine_differs_in_nothing_after_init() throws IOException {
        machine.packages.put(installed("vim"));
        machine.services.put(service("a.service", UnitFileState.ENABLED, true));
        machine.init();
        assertTrue(report(machine.twin()).isEmpty());
    }

    @Test
    void each_thing_differs_in_its_own_way() throws IOException {
        four();
        assertEquals(
                List.of(
                        "MISSING packages:git",
                        "UNMANAGED packages:nano",
                        "UNWANTED packages:telnet",
                        "CHANGED services:a.service"),
                sorts(report(machine.twin())));
    }

    @Test
    void what_apply_would_do_is_said() throws IOException {
        four();
        var all = report(machine.twin()).all().stream().collect(Collectors.toMap(Difference::key, one -> one));
        assertTrue(all.get("git").would().actions().getFirst().startsWith("install ("));
        assertTrue(all.get("telnet").would().actions().getFirst().startsWith("remove ("));
        assertFalse(all.get("nano").canApply());
    }

    @Test
    void what_is_seen_is_put_as_a_wish_with_the_lines_of_the_wish_only() throws IOException {
        machine.services.put(service("a.service", UnitFileState.ENABLED, true));
        machine.init();
        machine.wish(wanted("a.service", false, true));
        var one = report(machine.twin()).all().getFirst();
        var wished = assertInstanceOf(Tree.Mapping.class, one.wished().orElseThrow());
        var asWish = assertInstanceOf(Tree.Mapping.class, one.asWish().orElseThrow());
        assertEquals(
                wished.entries().stream().map(Tree.Entry::key).toList(),
                asWish.entries().stream().map(Tree.Entry::key).toList());
        assertEquals("true", asWish.get("enabled").orElseThrow().inline());
    }

    @Test
    void a_selection_is_of_things_that_are_declared_or_there() throws IOException {
        four();
        assertEquals(List.of("UNMANAGED packages:nano"), sorts(report(machine.twin(), "packages:nano")));
        assertEquals(List.of("CHANGED services:a.service"), sorts(report(machine.twin(), "services")));
        assertEquals(List.of(), sorts(report(machine.twin(), "packages:vim")));
        var wrong = new Differences(machine.twin(), false)
                .of(machine.twin().view().survey().ofMachine(), new Selection(List.of("packages:emacs")));
        assertEquals(
                List.of("packages:emacs: nothing in state/ or on this machine is called that"),
                wrong.problems().stream().map(Problem::toString).toList());
    }

    @Test
    void a_service_that_would_only_be_restarted_does_not_differ() throws IOException {
        machine.services.put(service("a.service", UnitFileState.ENABLED, true));
        machine.init();
        machine.wish(SimulatedTwin.folder("/etc/new", List.of("a.service")));
        assertEquals(List.of("MISSING files:/etc/new"), sorts(report(machine.twin())));
    }

    @Test
    void what_could_not_be_seen_is_neither_the_same_nor_different() throws IOException {
        four();
        machine.packages.fail("dpkg is locked");
        var report = report(machine.twin());
        assertEquals(List.of("CHANGED services:a.service"), sorts(report));
        assertEquals(
                List.of(new Differences.Unseen("packages.debian", "packages", "*", "dpkg is locked")), report.unseen());
        assertEquals(List.of(), report(machine.twin(), "services").unseen());
    }

    /** Files that hold something, in a repository that keeps what they are to hold. */
    private static final class Filed {

        private static final TargetPath MOTD = new TargetPath("/etc/motd");
        private static final TwinPath TWIN = new TwinPath("filesystem/etc/motd");

        final SimulatedTwin machine = new SimulatedTwin();
        final MirrorWithContents mirror = new MirrorWithContents();

        Twin twin() {
            var discreet = new DiscreetFiles(mirror, new ScanningGate(SimulatedTwin.REDACTION));
            return machine.with(
                    Equipped.of("files.mirror", new Files(), discreet, FileContents.of(machine.repo, discreet)));
        }

        void wish(byte[] content) throws IOException {
            machine.repo.store(TWIN.text(), new ByteArrayInputStream(content));
            machine.repo.write(
                    Layout.desired(new Files()),
                    List.of(new DesiredFile.Regular(
                            MOTD,
                            TWIN,
                            Optional.of(new FileMode("0644")),
                            Optional.of(AccountName.ROOT),
                            Optional.of(AccountName.ROOT),
                            List.of(),
                            Optional.empty())));
        }

        Sides sides() throws IOException {
            return report(twin()).all().getFirst().content();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void what_a_file_holds_is_shown_of_both_sides() throws IOException {
        var filed = new Filed();
        filed.mirror.put(Filed.MOTD, "hello\n");
        filed.wish(bytes("welcome\n"));
        assertEquals(new Content.Text("hello\n"), filed.sides().readBefore());
        assertEquals(new Content.Text("welcome\n"), filed.sides().readAfter());
    }

    @Test
    void a_file_that_is_missing_holds_nothing_yet() throws IOException {
        var filed = new Filed();
        filed.wish(bytes("welcome\n"));
        assertEquals(new Content.Nothing(), filed.sides().readBefore());
        assertEquals(new Content.Text("welcome\n"), filed.sides().readAfter());
    }

    @Test
    void a_file_that_drifted_to_hold_a_secret_is_not_shown() throws IOException {
        var filed = new Filed();
        filed.mirror.put(Filed.MOTD, "password = Hunter2x9Q\n");
        filed.wish(bytes("welcome\n"));
        var hidden = assertInstanceOf(Content.Hidden.class, filed.sides().readBefore());
        assertTrue(hidden.reason().contains("looks like a secret"), hidden::reason);
        assertFalse(hidden.reason().contains("Hunter2x9Q"), hidden::reason);
    }

    @Test
    void a_secret_in_what_is_wished_is_masked() throws IOException {
        var filed = new Filed();
        filed.mirror.put(Filed.MOTD, "hello\n");
        filed.wish(bytes("password = Hunter2x9Q\n"));
        var text = assertInstanceOf(Content.Text.class, filed.sides().readAfter());
        assertTrue(text.text().startsWith("password = "), text::text);
        assertFalse(text.text().contains("Hunter2x9Q"), text::text);
    }

    @Test
    void what_is_no_text_or_too_long_is_told_by_size_and_digest() throws IOException {
        var filed = new Filed();
        filed.mirror.put(Filed.MOTD, new byte[] {(byte) 0xff, 0, 1});
        filed.wish(new byte[Content.MOST_BYTES + 1]);
        var before = assertInstanceOf(Content.Raw.class, filed.sides().readBefore());
        var after = assertInstanceOf(Content.Raw.class, filed.sides().readAfter());
        assertEquals(3, before.size());
        assertEquals(Content.MOST_BYTES + 1L, after.size());
        assertEquals(filed.machine.repo.digest(Filed.TWIN.text()), Optional.of(after.digest()));
    }

    @Test
    void without_the_machine_what_its_files_hold_is_not_made_up() throws IOException {
        var filed = new Filed();
        filed.mirror.put(Filed.MOTD, "hello\n");
        filed.wish(bytes("welcome\n"));
        new Snapshot(filed.twin()).take(new byte[0], Duration.ZERO);
        var offline = value(new Differences(filed.twin(), true)
                .of(filed.twin().view().survey().ofRecords(), Selection.EVERYTHING));
        assertEquals(List.of("CHANGED files:/etc/motd"), sorts(offline));
        assertInstanceOf(
                Content.Hidden.class, offline.all().getFirst().content().readBefore());
    }
}
