package dev.twinsync.os.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.files.FileAction;
import dev.twinsync.domain.files.FileAction.Delete;
import dev.twinsync.domain.files.FileAction.SetAttributes;
import dev.twinsync.domain.files.FileMode;
import dev.twinsync.port.Progress;
import dev.twinsync.port.WishedContent;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Somebody with the rights of twin itself, which is more than anybody else has, exchanges one thing for another as fast as
 * they can while twin works: only approved bytes get a name, and nothing outside changes.
 */
class RacerTest {

    private static final int WRITES = Integer.getInteger("twin.racer.writes", 1_000);
    private static final String APPROVED = "approved ".repeat(1_000);
    private static final String OTHER = "evil ".repeat(1_800);

    @TempDir
    Path directory;

    private Bench bench;
    private Path outside;
    private FileAction write;

    @BeforeEach
    void furnish() throws IOException {
        bench = new Bench(directory);
        outside = Files.createDirectory(directory.resolve("outside"));
        Files.writeString(outside.resolve("x"), "untouched");
        Files.createDirectory(bench.at("p"));
        write = bench.write("p/x", APPROVED, "0644");
    }

    /** Steps of a racer answer only whether they worked, for twin comes between; none is waited for. */
    private void flip(Path place, Path replacement) {
        var there = place.toFile();
        var aside = bench.at("aside").toFile();
        if (!there.renameTo(aside)) {
            empty(aside);
        }
        replacement.toFile().renameTo(there);
        there.renameTo(replacement.toFile());
        aside.renameTo(there);
    }

    private static void empty(File folder) {
        for (File one : Optional.ofNullable(folder.listFiles()).orElseGet(() -> new File[0])) {
            one.delete();
        }
        folder.delete();
    }

    private void race(WishedContent content, Runnable step, List<FileAction> actions) throws Exception {
        var before = everything(outside);
        var over = new AtomicBoolean();
        var racer = Thread.ofPlatform().start(() -> {
            while (!over.get()) {
                step.run();
            }
        });
        try {
            writeOften(content, actions);
        } finally {
            over.set(true);
            racer.join();
        }
        assertEquals(before, everything(outside));
        assertEquals(List.of(), bench.leftovers());
    }

    private void writeOften(WishedContent content, List<FileAction> actions) {
        var files = bench.files(content, Bench.NO_PROGRAMS);
        for (int round = 0; round < WRITES; round++) {
            actions.forEach(action -> files.apply(List.of(action), Progress.SILENT));
            var text = textAt(bench.at("p/x"));
            assertTrue(Set.of(APPROVED, "untouched", "").contains(text), () -> "landed: " + text);
        }
    }

    /** Empty where the racer has just put something else there. */
    private static String textAt(Path place) {
        try (var content = Files.newInputStream(place, LinkOption.NOFOLLOW_LINKS)) {
            return new String(content.readAllBytes());
        } catch (IOException exchanged) {
            return "";
        }
    }

    private static Map<String, String> everything(Path folder) throws IOException {
        var all = new TreeMap<String, String>();
        try (var paths = Files.walk(folder)) {
            for (Path path : paths.toList()) {
                boolean file = Files.isRegularFile(path);
                all.put(path + " " + Integer.toOctalString(Bench.mode(path)), file ? Files.readString(path) : "");
            }
        }
        return all;
    }

    @Test
    void a_folder_above_that_flips_to_a_link() throws Exception {
        var link = Files.createSymbolicLink(bench.at("link"), outside);
        race(bench, () -> flip(bench.at("p"), link), Collections.nCopies(10, write));
    }

    @Test
    void a_folder_above_that_flips_while_modes_are_set_and_files_deleted() throws Exception {
        var link = Files.createSymbolicLink(bench.at("link"), outside);
        var mode = new SetAttributes(bench.target("p/x"), new FileMode("0666"), bench.owner(), bench.group());
        race(bench, () -> flip(bench.at("p"), link), List.of(write, mode, new Delete(bench.target("p/x"))));
    }

    @Test
    void a_target_that_flips_to_a_link() throws Exception {
        var link = Files.createSymbolicLink(bench.at("link"), outside.resolve("x"));
        race(bench, () -> flip(bench.at("p/x"), link), List.of(write));
    }

    /** Every second time the whole is another, and every third time only its end. */
    private WishedContent swapped() {
        var reads = new AtomicInteger();
        return _ -> switch (reads.incrementAndGet() % 6) {
            case 2, 4 -> new ByteArrayInputStream(OTHER.getBytes());
            case 3, 5 ->
                new SequenceInputStream(
                        new ByteArrayInputStream(APPROVED.substring(9).getBytes()),
                        new ByteArrayInputStream(OTHER.getBytes()));
            default -> new ByteArrayInputStream(APPROVED.getBytes());
        };
    }

    @Test
    void content_that_is_exchanged_in_the_repository() throws Exception {
        race(swapped(), Thread::onSpinWait, List.of(write));
        assertEquals(APPROVED, Files.readString(bench.at("p/x")));
    }

    @Test
    void all_of_it_at_once() throws Exception {
        var toFolder = Files.createSymbolicLink(bench.at("link"), outside);
        var toFile = Files.createSymbolicLink(bench.at("other-link"), outside.resolve("x"));
        race(
                swapped(),
                () -> {
                    flip(bench.at("p"), toFolder);
                    flip(bench.at("p/x"), toFile);
                },
                List.of(write));
    }
}
