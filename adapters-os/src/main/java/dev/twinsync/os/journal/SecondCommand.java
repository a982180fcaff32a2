package dev.twinsync.os.journal;

import dev.twinsync.os.files.PrivateFolder;
import dev.twinsync.port.Asked;
import dev.twinsync.port.Probation.Trial;
import dev.twinsync.port.Ticker;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Asks whoever comes in another session of the same user, by two files in a private folder: who waits writes a word that
 * nobody can know beforehand into the first, who confirms writes it into the second, and who waits says there that it was heard. What
 * a twin that was killed has left of it binds nobody: nobody answers to it.
 */
public final class SecondCommand implements Asked {

    private static final String WAITING = "waiting";
    private static final String CONFIRMED = "confirmed";
    private static final String HEARD = " heard";
    private static final int LONGEST = 100;
    private static final Pattern WORD = Pattern.compile("[0-9a-f-]{36}");

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration MOMENT = Duration.ofMillis(100);

    private final PrivateFolder folder;
    private final Ticker ticker;

    /** @param folder of one repository */
    public SecondCommand(Path folder, Ticker ticker) {
        this.folder = new PrivateFolder(folder);
        this.ticker = ticker;
    }

    @Override
    public Question ask(Trial trial) throws IOException {
        folder.make();
        Files.deleteIfExists(place(CONFIRMED));
        var word = UUID.randomUUID().toString();
        write(WAITING, word);
        return new Waiting(word);
    }

    /** An apply that waits. */
    private final class Waiting implements Question {

        private final String word;

        Waiting(String word) {
            this.word = word;
        }

        @Override
        public Optional<Answer> answer() throws IOException {
            if (!read(CONFIRMED).equals(Optional.of(word))) {
                return Optional.empty();
            }
            write(CONFIRMED, word + HEARD);
            return Optional.of(Answer.KEEP);
        }

        @Override
        public void close() {
            try {
                Files.deleteIfExists(place(WAITING));
            } catch (IOException _) {
                // it lies about as what a killed twin leaves does, and nobody answers to it either
            }
        }
    }

    /** What came of confirming. */
    public enum Confirmed {
        /** An apply that waited has heard it. */
        HEARD,
        /** No apply waits. */
        NOBODY_WAITS,
        /** It waited, and took it back before it heard this. */
        TOO_LATE,
        /** Something says that an apply waits, and none answers: it was killed, or hangs. */
        NO_ANSWER
    }

    /** Says to the apply that waits that what it tries out is to be kept, and returns once that was heard, or was not. */
    public Confirmed confirm() throws IOException {
        var word = read(WAITING).filter(text -> WORD.matcher(text).matches());
        if (word.isEmpty()) {
            return Confirmed.NOBODY_WAITS;
        }
        write(CONFIRMED, word.get());
        try {
            return outcome(word.get());
        } finally {
            Files.deleteIfExists(place(CONFIRMED));
        }
    }

    private Confirmed outcome(String word) throws IOException {
        var end = ticker.now().plus(PATIENCE);
        while (ticker.now().compareTo(end) < 0) {
            boolean waits = read(WAITING).equals(Optional.of(word));
            if (read(CONFIRMED).equals(Optional.of(word + HEARD))) {
                return Confirmed.HEARD;
            }
            if (!waits) {
                return Confirmed.TOO_LATE;
            }
            ticker.pause(MOMENT);
        }
        return Confirmed.NO_ANSWER;
    }

    private void write(String name, String text) throws IOException {
        folder.put(name, file -> file.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Empty where there is none; of a long one, which is none of ours, the beginning. */
    private Optional<String> read(String name) throws IOException {
        var file = folder.find(name);
        if (file.isEmpty()) {
            return Optional.empty();
        }
        try (var content = Files.newInputStream(file.get(), LinkOption.NOFOLLOW_LINKS)) {
            return Optional.of(new String(content.readNBytes(LONGEST), StandardCharsets.UTF_8));
        } catch (NoSuchFileException _) {
            return Optional.empty(); // the other side took it away just now
        }
    }

    private Path place(String name) {
        return folder.path().resolve(name);
    }
}
