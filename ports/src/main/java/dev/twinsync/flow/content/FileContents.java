package dev.twinsync.flow.content;

import dev.twinsync.domain.Digest;
import dev.twinsync.domain.files.DesiredFile;
import dev.twinsync.domain.files.TwinPath;
import dev.twinsync.domain.homeassistant.DesiredConfigFile;
import dev.twinsync.domain.shape.Place;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.port.FileMirror;
import dev.twinsync.port.HomeAssistantFiles;
import dev.twinsync.port.RepoContents;
import dev.twinsync.port.TwinRepo;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * What wished files hold: it stands below {@code filesystem/}, and only its digest goes into a decision.
 *
 * @param <D> the wishes, not all of which are about a file with content
 * @param <F> those that are
 */
public final class FileContents<D, F extends D> implements KeptContents<D> {

    private final TwinRepo repo;
    private final Words<D, F> words;
    private final Machine<F> machine;

    private FileContents(TwinRepo repo, Words<D, F> words, Machine<F> machine) {
        this.repo = repo;
        this.words = words;
        this.machine = machine;
    }

    /** What wishes say of a file. */
    private record Words<D, F extends D>(
            Class<F> ofFile, Function<F, TwinPath> place, BiFunction<F, Digest, D> withDigest) {}

    /** What stands there in the place of a wished file. */
    @FunctionalInterface
    private interface Machine<F> {
        InputStream open(F wish) throws IOException;
    }

    public static KeptContents<DesiredFile> of(TwinRepo repo, FileMirror mirror) {
        var words = new Words<DesiredFile, DesiredFile.Regular>(
                DesiredFile.Regular.class, DesiredFile.Regular::twinPath, DesiredFile.Regular::withDigest);
        return new FileContents<>(repo, words, wish -> mirror.open(wish.path()));
    }

    /** Those of the configuration of Home Assistant. */
    public static KeptContents<DesiredConfigFile> of(TwinRepo repo, HomeAssistantFiles files) {
        var words = new Words<DesiredConfigFile, DesiredConfigFile.Present>(
                DesiredConfigFile.Present.class,
                DesiredConfigFile.Present::twinPath,
                DesiredConfigFile.Present::withDigest);
        return new FileContents<>(repo, words, wish -> files.open(wish.path()));
    }

    private Optional<F> file(D wish) {
        return Optional.of(wish).filter(words.ofFile()::isInstance).map(words.ofFile()::cast);
    }

    @Override
    public Reading<D> complete(D wish) throws IOException {
        return complete(wish, repo);
    }

    @Override
    public Reading<D> complete(D wish, RepoContents contents) throws IOException {
        var file = file(wish);
        return file.isEmpty() ? new Reading.Value<>(wish) : complete(file.get(), contents.digest(path(file.get())));
    }

    /** A file whose content is missing stays without a digest: the planner says so. */
    private Reading<D> complete(F wish, Optional<Digest> found) {
        return found.isEmpty()
                ? new Reading.Value<>(wish)
                : new Reading.Value<>(found.get())
                        .mapAt(Place.NONE, digest -> words.withDigest().apply(wish, digest));
    }

    private String path(F wish) {
        return words.place().apply(wish).text();
    }

    @Override
    public Optional<String> pathOf(D wish) {
        return file(wish).map(this::path);
    }

    @Override
    public Optional<Opener> onMachine(D wish) {
        return file(wish).map(file -> () -> machine.open(file));
    }

    @Override
    public void keep(D wish) throws IOException {
        var file = file(wish);
        if (file.isPresent()) {
            try (var content = new PortableContent(machine.open(file.get()))) {
                repo.store(path(file.get()), content);
            }
        }
    }
}
