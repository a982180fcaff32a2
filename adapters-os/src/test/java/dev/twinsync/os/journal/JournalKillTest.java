package dev.twinsync.os.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.shape.Tree;
import dev.twinsync.os.Victim;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real process is killed while it appends and closes over and over; the next one goes on with what it finds. */
class JournalKillTest {

    private static final int ROUNDS = Integer.getInteger("twin.kill.rounds", 8);
    private static final int RECORDS_A_RUN = 7;

    @TempDir
    Path directory;

    private static Tree record(long number) {
        return Tree.map()
                .put("number", Tree.literal(number))
                .put("padding", "x".repeat((int) (number % 5) * 4000))
                .build();
    }

    private static long number(Tree record) {
        return record instanceof Tree.Mapping map
                ? Long.parseLong(map.get("number").orElseThrow().inline())
                : -1;
    }

    /** What a journal says: the number up to which it was closed, and the open ones after that. */
    private record Found(long closed, List<Tree> open) {

        static Found in(FileJournal journal) throws IOException {
            return new Found(journal.memory().map(JournalKillTest::number).orElse(0L), journal.open());
        }

        long last() {
            return closed + open.size();
        }
    }

    /** The process that is killed: says the number of each record that is appended or closed. */
    static final class Writer {
        public static void main(String[] arguments) throws IOException {
            var journal = new FileJournal(Path.of(arguments[0]));
            for (long number = Found.in(journal).last() + 1; ; number++) {
                journal.append(record(number));
                System.out.println(number);
                if (number % RECORDS_A_RUN == 0) {
                    journal.close(record(number));
                    System.out.println(number + " closed");
                }
            }
        }
    }

    @Test
    void what_was_acknowledged_is_there_and_what_is_there_is_in_order() throws Exception {
        var random = new Random(11);
        for (int round = 0; round < ROUNDS; round++) {
            var said = Victim.run(Writer.class, random.nextInt(60), directory.toString());
            var found = Found.in(new FileJournal(directory));
            assertTrue(found.last() >= last(said, ""), () -> said.getLast() + " but " + found);
            assertTrue(found.closed() >= last(said, " closed"), () -> said.getLast() + " but " + found);
            assertEquals(
                    LongStream.rangeClosed(found.closed() + 1, found.last())
                            .mapToObj(JournalKillTest::record)
                            .toList(),
                    found.open());
        }
    }

    private static long last(List<String> said, String end) {
        return said.stream()
                .filter(line -> line.matches("[0-9]+" + end))
                .mapToLong(line -> Long.parseLong(line.split(" ")[0]))
                .max()
                .orElse(0);
    }
}
