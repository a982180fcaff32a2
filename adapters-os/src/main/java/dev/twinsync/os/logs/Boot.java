package dev.twinsync.os.logs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * The time since the machine was started last.
 *
 * @param id as the journal writes it: 32 hexadecimal digits
 * @param age how long ago that was, whatever the clock of the machine says
 */
record Boot(String id, Duration age) {

    private static final Path ID = Path.of("proc/sys/kernel/random/boot_id");
    private static final Path UPTIME = Path.of("proc/uptime");
    private static final Path INIT = Path.of("proc/1/stat");

    /** Where the start of a process is in its line, counted from behind its name, which may hold blanks. */
    private static final int STARTED = 19;

    private static final double TICKS_A_SECOND = 100;

    /** @param root the folder that stands for {@code /} */
    static Boot current(Path root) throws Unread {
        var id = content(root.resolve(ID))
                .map(text -> text.replace("-", ""))
                .filter(text -> text.matches("[0-9a-f]{32}"));
        var uptime = content(root.resolve(UPTIME)).flatMap(text -> seconds(text, 0));
        if (id.isEmpty() || uptime.isEmpty()) {
            throw new Unread("when this machine was started is not known: /" + ID + " or /" + UPTIME
                    + " cannot be read; is /proc mounted?");
        }
        return new Boot(id.get(), age(root, uptime.get()));
    }

    /** A container is younger than its kernel: its first process tells. Where that is hidden from the user, the kernel's age. */
    private static Duration age(Path root, double uptime) {
        double started = content(root.resolve(INIT))
                .flatMap(text ->
                        seconds(text.substring(text.lastIndexOf(')') + 1).strip(), STARTED))
                .map(ticks -> ticks / TICKS_A_SECOND)
                .orElse(0.0);
        return Duration.ofMillis((long) ((uptime - started) * 1000));
    }

    private static Optional<Double> seconds(String line, int word) {
        var words = line.split(" ");
        return words.length > word && words[word].matches("[0-9]{1,18}(\\.[0-9]{1,9})?")
                ? Optional.of(Double.parseDouble(words[word]))
                : Optional.empty();
    }

    private static Optional<String> content(Path file) {
        try {
            return Optional.of(
                    Files.readString(file, StandardCharsets.ISO_8859_1).strip());
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }
}
