package dev.twinsync.os.files;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.Keyed;
import dev.twinsync.domain.Observation;
import dev.twinsync.domain.Property;
import dev.twinsync.domain.Step;
import dev.twinsync.domain.files.DesiredFile;
import dev.twinsync.domain.files.FileAction;
import dev.twinsync.domain.files.FileMode;
import dev.twinsync.domain.files.Files;
import dev.twinsync.domain.files.LiveFile;
import dev.twinsync.port.Attempt;
import dev.twinsync.port.Progress;
import dev.twinsync.port.Scope;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a machine held and whatever is wished: after applying the plan it holds the wish, and there is nothing to do. */
class MirroredFilesPropertyTest {

    private static final Files KIND = new Files();

    @TempDir
    Path directory;

    private Bench bench;

    @Test
    void what_was_planned_is_there_afterwards_and_the_next_plan_is_empty() {
        bench = new Bench(directory);
        Property.forAll(Combinators.combine(wishes(), wishes()).as(List::of), steps -> steps.forEach(this::reach));
    }

    private Arbitrary<List<DesiredFile>> wishes() {
        return wish().list()
                .ofMaxSize(4)
                .map(list -> List.copyOf(list.stream()
                        .collect(Collectors.toMap(Keyed::key, Function.identity(), (first, second) -> first))
                        .values()));
    }

    private Arbitrary<DesiredFile> wish() {
        var names = Arbitraries.of("x", "a b", "-é\\", "s/deep", "s/日本");
        var modes = Arbitraries.of("0644", "0600", "4755", "2710", "0444").map(FileMode::new);
        var content = Arbitraries.bytes().array(byte[].class).ofMaxSize(40);
        Arbitrary<DesiredFile> file = Combinators.combine(names, content, modes.optional())
                .as((name, bytes, mode) -> bench.file(name, bytes, mode));
        Arbitrary<DesiredFile> folder = Combinators.combine(names, Arbitraries.of("0755", "0700", "3775"))
                .as((name, mode) -> bench.directory(name, mode));
        Arbitrary<DesiredFile> link = Combinators.combine(names, Arbitraries.of("x", "/nowhere/at/all", "..", "s/deep"))
                .as((name, to) -> bench.link(name, to));
        Arbitrary<DesiredFile> absent = names.map(name -> bench.absent(name));
        return Arbitraries.oneOf(file, folder, link, absent);
    }

    private void reach(List<DesiredFile> wishes) {
        for (FileAction action : plan(wishes)) {
            assertEquals(new Attempt.Ran(), bench.files().apply(List.of(action), Progress.SILENT), action::toString);
        }
        assertEquals(List.of(), plan(wishes));
        wishes.forEach(wish -> {
            try {
                assertHolds(wish, Path.of(wish.key()));
                assertEquals(List.of(), bench.leftovers());
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        });
    }

    private List<FileAction> plan(List<DesiredFile> wishes) {
        var keys = wishes.stream().map(Keyed::key).collect(Collectors.toSet());
        Observation<LiveFile> seen = bench.files().observe(new Scope.Only(keys));
        return KIND.plan(wishes, seen).stream()
                .map(step -> switch (step) {
                    case Step.Do<FileAction>(var action, var _) -> action;
                    case Step.Blocked<FileAction> blocked -> throw new AssertionError(blocked);
                    case Step.Later<FileAction> later -> throw new AssertionError(later);
                })
                .toList();
    }

    /** Asks the file system itself, not the adapter. */
    private void assertHolds(DesiredFile wish, Path place) throws IOException {
        switch (wish) {
            case DesiredFile.Regular file -> {
                assertTrue(java.nio.file.Files.isRegularFile(place, LinkOption.NOFOLLOW_LINKS));
                assertArrayEquals(bench.open(file.twinPath()).readAllBytes(), java.nio.file.Files.readAllBytes(place));
                assertMode(file.mode(), place);
            }
            case DesiredFile.Directory folder -> {
                assertTrue(java.nio.file.Files.isDirectory(place, LinkOption.NOFOLLOW_LINKS));
                assertMode(folder.mode(), place);
            }
            case DesiredFile.Symlink link ->
                assertEquals(
                        link.target().text(),
                        java.nio.file.Files.readSymbolicLink(place).toString());
            case DesiredFile.Absent _ -> assertFalse(java.nio.file.Files.exists(place, LinkOption.NOFOLLOW_LINKS));
        }
    }

    private static void assertMode(Optional<FileMode> wanted, Path place) throws IOException {
        if (wanted.isPresent()) {
            assertEquals(wanted.get(), FileMode.of(Bench.mode(place)));
        }
    }
}
