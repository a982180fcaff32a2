package dev.twinsync.os.logs;

import dev.twinsync.domain.shape.Reading;
import dev.twinsync.os.Command;
import dev.twinsync.os.CommandRunner;
import dev.twinsync.os.CommandRunner.Result;
import dev.twinsync.os.StreamedLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * {@code journalctl}: it answers with messages in the order in which they were written.
 *
 * <p>Before systemd 254, {@code --lines} behind {@code --since} means the first of them and not the last; only backwards, with
 * {@code --reverse}, it means the last in every version.
 */
record Journalctl(CommandRunner commands) {

    /** Of one message in JSON, in bytes. */
    private static final int LONGEST = 1 << 20;

    /** In bytes: more than as many messages as twin ever asks for have, none of which is shown with more than 4096 bytes. */
    private static final long MOST = 512L << 20;

    private static final String IGNORING = ", ignoring file";

    private static final List<String> FORM = List.of("--quiet", "--no-pager", "--output=json");
    private static final List<String> FIELDS = List.of("--output-fields=" + String.join(",", JournalFields.NAMES));
    private static final List<String> NO_FIELDS = List.of("--output-fields=_BOOT_ID");

    /**
     * The end of the journal.
     *
     * @param message the newest one; empty: there is none
     * @param passedOver the files that journalctl did not read, though it says that all went well; by what it says
     */
    record End(Optional<JournalCursor> message, List<String> passedOver) {}

    End end() throws Unread {
        var heard = new ArrayList<JournalMessage>();
        var result = answered(run(NO_FIELDS, List.of("--lines=1"), heard::add));
        var passedOver = result.message()
                .lines()
                .filter(line -> line.contains(IGNORING))
                .distinct()
                .toList();
        return new End(first(heard), passedOver);
    }

    /** The message there, or, where it is gone, the first one behind it; empty: there is none. */
    Optional<JournalCursor> at(JournalCursor cursor) throws Unread {
        return position("--cursor=" + cursor.text(), "--lines=1");
    }

    /** Where the last so many messages begin that a question is about; empty: there are none. */
    Optional<JournalCursor> firstOfLast(int number, List<String> question) throws Unread {
        var first = new AtomicReference<Optional<JournalCursor>>(Optional.empty());
        answered(run(
                NO_FIELDS,
                lastOf(number, question),
                message -> cursor(message).findFirst().ifPresent(cursor -> first.set(Optional.of(cursor)))));
        return first.get();
    }

    private static List<String> lastOf(long number, List<String> question) {
        return Stream.concat(Stream.of("--reverse", "--lines=" + number), question.stream())
                .toList();
    }

    private Optional<JournalCursor> position(String... question) throws Unread {
        var heard = new ArrayList<JournalMessage>();
        answered(run(NO_FIELDS, List.of(question), heard::add));
        return first(heard);
    }

    private static Optional<JournalCursor> first(List<JournalMessage> messages) {
        return messages.stream().flatMap(Journalctl::cursor).findFirst();
    }

    private static Stream<JournalCursor> cursor(JournalMessage message) {
        return message instanceof JournalMessage.Known known ? Stream.of(known.cursor()) : Stream.empty();
    }

    /** Tells the messages while they come. Of those over 4096 bytes, only that they are there. */
    void tell(List<String> question, Consumer<JournalMessage> listener) throws Unread {
        answered(run(FIELDS, question, listener));
    }

    /** All that the last so many messages say; but where that is too much to be read, as {@link #tell}. */
    List<JournalMessage> lastInFull(long number, List<String> question) throws Unread {
        var last = lastOf(number, question);
        var heard = new ArrayList<JournalMessage>();
        var result =
                run(FIELDS, Stream.concat(Stream.of("--all"), last.stream()).toList(), heard::add);
        if (result instanceof Result.TooMuchOutput) {
            var less = new ArrayList<JournalMessage>();
            tell(last, less::add);
            return less.reversed();
        }
        answered(result);
        return heard.reversed();
    }

    private Result run(List<String> fields, List<String> question, Consumer<JournalMessage> listener) throws Unread {
        var ear = new Ear(listener);
        var arguments = Stream.of(FORM, fields, question).flatMap(List::stream).toList();
        var result = commands.run(
                Command.of("journalctl", arguments).streamed(LONGEST, ear).withMaxOutput(MOST));
        if (ear.misheard.isPresent()) {
            throw new Unread("journalctl answered in a form that twin does not know: " + ear.misheard.get());
        }
        return result;
    }

    private static Result.Ended answered(Result result) throws Unread {
        if (!(result instanceof Result.Ended ended) || ended.exit() != 0) {
            throw new Unread(result.inWords("journalctl"));
        }
        return ended;
    }

    /** Understands lines until there is one that it does not. */
    private static final class Ear implements Consumer<StreamedLine> {

        private final Consumer<JournalMessage> listener;
        private volatile Optional<String> misheard = Optional.empty();

        private Ear(Consumer<JournalMessage> listener) {
            this.listener = listener;
        }

        @Override
        public void accept(StreamedLine line) {
            if (misheard.isEmpty()) {
                switch (JournalMessage.of(line)) {
                    case Reading.Value<JournalMessage>(var message) -> listener.accept(message);
                    case Reading.Wrong<JournalMessage>(var problems) ->
                        misheard = Optional.of(problems.getFirst().message());
                }
            }
        }
    }
}
