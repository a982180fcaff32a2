package dev.twinsync.os.logs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What Home Assistant wrote, as the journal of the machine has it.
 *
 * @param question which messages these are, in the words of journalctl
 * @param what they are of, for the user
 */
record JournalOfHomeAssistant(JournalAccess access, Journalctl journalctl, List<String> question, String what) {

    static final String SOURCE = "journal";

    /** The engines of root write to the journal as root; what others call themselves is no name of a container. */
    private static final String BY_ROOT = "_UID=0";

    static List<String> ofContainer(String name) {
        return List.of("SYSLOG_IDENTIFIER=" + name, BY_ROOT, "+", "CONTAINER_NAME=" + name, BY_ROOT);
    }

    LineLog lines() throws Unread {
        access.check();
        var messages = journalctl.lastInFull(LineLog.MOST, question);
        if (messages.isEmpty()) {
            throw new Unread("the journal has nothing of " + what);
        }
        var lines = new ArrayList<StampedLine>();
        messages.stream().flatMap(JournalOfHomeAssistant::lines).forEach(lines::add);
        return new LineLog(SOURCE, lines, messages.size() >= LineLog.MOST, Optional.empty());
    }

    private static Stream<StampedLine> lines(JournalMessage message) {
        return switch (message) {
            case JournalMessage.Known(var cursor, var record) ->
                record.message().lines().map(text -> new StampedLine(cursor, text));
            case JournalMessage.TooLong tooLong ->
                Stream.of(StampedLine.undated(tooLong.record().message()));
        };
    }
}
