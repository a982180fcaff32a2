package dev.twinsync.os.files;

import dev.twinsync.domain.files.CaptureRules;
import dev.twinsync.domain.files.LiveFile.What;
import dev.twinsync.domain.files.SecretPlaces;
import dev.twinsync.domain.files.TargetPath;
import dev.twinsync.port.KnownContent;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** One look at the machine: what stands at single paths. What was learnt on the way is kept for the next path. */
final class Look {

    private static final int TRIES = 3;

    private final Accounts accounts = new Accounts();
    private final Parents parents = new Parents();
    private final Path repository;
    private final KnownContent known;

    /** @param known what was read before and need not be read again */
    Look(Path repository, KnownContent known) {
        this.repository = repository;
        this.known = known;
    }

    @FunctionalInterface
    private interface Reader {
        Sighting read(Candidate file) throws IOException;
    }

    @FunctionalInterface
    private interface Glance {
        /** @param again whether this is not the first try */
        Sighting take(boolean again) throws IOException;
    }

    /** A path that was asked for by name, which is looked at whatever the rules of capture say. */
    Sighting named(TargetPath path) {
        var place = Path.of(path.text());
        if (place.startsWith(repository)) {
            return Sighting.hidden(path, "it is in the twin's own repository");
        }
        return steady(path, _ -> switch (parents.into(place.getParent())) {
            case Parents.Way.Clear(var _) -> at(path, place, Stat.of(place), this::namedFile);
            case Parents.Way.Ends() -> new Sighting.Nothing();
            case Parents.Way.OverLink(var link) ->
                Sighting.hidden(path, link + " is a symbolic link, which twin does not follow; name the real path");
        });
    }

    /** As {@link #named(TargetPath)}, where that was met on a walk. */
    Sighting named(Walk.Met met) {
        return steady(met.path(), again -> at(met.path(), met.place(), stat(met, again), this::namedFile));
    }

    /** What the walk saw will do, unless it has changed since. */
    private static Optional<Stat> stat(Walk.Met met, boolean again) throws IOException {
        return again ? Stat.of(met.place()) : Optional.of(met.stat());
    }

    private Sighting namedFile(Candidate file) throws IOException {
        return SecretPlaces.cover(file.path())
                ? Sighting.hidden(file.path(), SecretPlaces.reason())
                : file.asFile(file.read(known));
    }

    /** A path met below a captured root: recorded if no package accounts for it and everybody may read it. */
    Sighting captured(Walk.Met met, Shipped shipped, long maxBytes) {
        return steady(met.path(), again -> {
            var stat = stat(met, again);
            var sighting = at(met.path(), met.place(), stat, file -> capturedFile(file, met.open(), shipped, maxBytes));
            return sighting instanceof Sighting.Found(var file) && CaptureRules.leavesOut(file)
                    ? new Sighting.Nothing()
                    : sighting;
        });
    }

    private Sighting capturedFile(Candidate file, boolean open, Shipped shipped, long maxBytes) throws IOException {
        if (file.stat().size() > maxBytes) {
            return Sighting.hidden(
                    file.path(), "it is larger than " + maxBytes + " bytes; name it in state/ to manage it");
        }
        boolean everybodyMayRead = open && file.mode().othersMayRead();
        if (!shipped.isConffile(file.path())) {
            return everybodyMayRead ? file.asFile(file.read(known)) : closed(file);
        }
        try {
            var content = file.readForDpkg();
            if (shipped.isUnchanged(file.path(), content)) {
                return new Sighting.Nothing();
            }
            return everybodyMayRead ? file.asFile(content) : closed(file);
        } catch (AccessDeniedException denied) {
            return closed(file);
        }
    }

    /** Not even a sum of the content is recorded: a short secret can be guessed from its sum. */
    private static Sighting closed(Candidate file) {
        return Sighting.hidden(
                file.path(), "not everybody may read it, so twin keeps nothing of it; name it in state/ to manage it");
    }

    private Sighting at(TargetPath path, Path place, Optional<Stat> stat, Reader files) throws IOException {
        if (stat.isEmpty()) {
            return new Sighting.Nothing();
        }
        var there = Candidate.of(path, place, stat.get(), accounts);
        return switch (stat.get().type()) {
            case REGULAR -> files.read(there);
            case DIRECTORY -> there.asDirectory();
            case LINK -> there.asLink();
            case SOCKET -> there.asOther(What.SOCKET);
            case FIFO -> there.asOther(What.FIFO);
            case BLOCK -> there.asOther(What.BLOCK_DEVICE);
            case CHARACTER -> there.asOther(What.CHARACTER_DEVICE);
        };
    }

    private static Sighting steady(TargetPath path, Glance glance) {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            try {
                return glance.take(attempt > 0);
            } catch (Unsteady moving) {
                continue;
            } catch (NoSuchFileException vanished) {
                return new Sighting.Nothing();
            } catch (AccessDeniedException denied) {
                return Sighting.hidden(path, Sentences.NO_PERMISSION);
            } catch (IOException failed) {
                return Sighting.hidden(path, Sentences.of(failed));
            }
        }
        return Sighting.hidden(path, "it was being changed while twin read it; try again");
    }
}
