package dev.twinsync.os.logs;

import dev.twinsync.domain.containers.ContainerEngine;
import dev.twinsync.os.Command;
import dev.twinsync.os.CommandRunner;
import dev.twinsync.os.CommandRunner.Result;
import dev.twinsync.os.Self;
import dev.twinsync.os.homeassistant.FoundContainer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The log of one container, as {@code docker logs} or {@code podman logs} tells it. */
record EngineLog(CommandRunner commands, Self self, FoundContainer container) {

    /** In bytes, of each of the two outputs: usual lines never come near it. */
    private static final long MOST_OUTPUT = 32 << 20;

    /** Where lines are so long that all of them are too much. */
    private static final int FEW = LineLog.MOST / 50;

    private static final Pattern DATED = Pattern.compile(
            "(\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(?:\\.\\d{1,9})?(?:Z|[+-]\\d{2}:\\d{2}))(?: (.*))?");

    LineLog lines() throws Unread {
        var all = logs(LineLog.MOST);
        return all instanceof Result.TooMuchOutput ? lines(logs(FEW), FEW) : lines(all, LineLog.MOST);
    }

    private Result logs(int most) {
        return run("logs", "--timestamps", "--tail", Integer.toString(most), container.id());
    }

    /** Standard output and standard error come on two ways; the time of each line puts them in order again. */
    private LineLog lines(Result result, int most) throws Unread {
        if (!(result instanceof Result.Ended ended) || ended.exit() != 0) {
            throw new Unread(why(result));
        }
        var lines = new ArrayList<StampedLine>(stamped(ended.stdout()));
        lines.addAll(stamped(ended.stderr()));
        lines.sort(Comparator.comparing(line -> line.at().orElse(Instant.EPOCH)));
        var last = lines.subList(Math.max(0, lines.size() - most), lines.size());
        return new LineLog(container.program(), last, last.size() >= most, created());
    }

    /** What it says of its failure comes last: before that, standard error is the log itself. */
    private String why(Result result) {
        var said = result instanceof Result.Ended ended
                ? new Result.Ended(ended.exit(), ended.stdout(), lastLine(ended.message()))
                : result;
        return said.inWords(container.program() + " logs");
    }

    private static byte[] lastLine(String text) {
        return text.substring(text.lastIndexOf('\n') + 1).getBytes(StandardCharsets.UTF_8);
    }

    /** What does not say when it was written has the time of the line before it. */
    private static List<StampedLine> stamped(byte[] output) {
        var lines = new ArrayList<StampedLine>();
        Optional<Instant> at = Optional.empty();
        for (String text : new String(output, StandardCharsets.UTF_8).lines().toList()) {
            var found = DATED.matcher(text);
            var own = found.matches() ? time(found.group(1)) : Optional.<Instant>empty();
            at = own.isPresent() ? own : at;
            var message = own.isPresent() ? Optional.ofNullable(found.group(2)).orElse("") : text;
            lines.add(new StampedLine(at, Optional.empty(), message));
        }
        return lines;
    }

    private static Optional<Instant> time(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException noSuchTime) {
            return Optional.empty();
        }
    }

    /** When the container was made, and its log with it; empty: not told. */
    private Optional<Instant> created() {
        return ask("{{json .Created}}").map(text -> text.replace("\"", "")).flatMap(EngineLog::time);
    }

    /** What the engine says of the container. @param format as Go writes templates */
    Optional<String> ask(String format) {
        return run("inspect", "--type", "container", "--format", format, container.id()) instanceof Result.Ended ended
                        && ended.exit() == 0
                ? Optional.of(ended.text().strip())
                : Optional.empty();
    }

    private Result run(String... arguments) {
        return commands.run(Command.of(container.program(), arguments)
                .withEnvironment(environment())
                .withMaxOutput(MOST_OUTPUT));
    }

    /** Where podman finds the containers of a user. */
    private Map<String, String> environment() {
        return container.engine() == ContainerEngine.DOCKER || self.isRoot()
                ? Map.of()
                : Map.of("HOME", System.getProperty("user.home"), "XDG_RUNTIME_DIR", "/run/user/" + self.uid());
    }
}
