package dev.twinsync.port;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.twinsync.domain.shape.Tree;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every journal promises. The simulated one and the one on disk pass the same tests. */
public abstract class JournalContract {

    /** The same journal each time, as a twin that starts anew finds it. */
    protected abstract Journal journal();

    private static Tree record(Object what) {
        return Tree.map()
                .put("what", String.valueOf(what))
                .put("number", Tree.literal(-7))
                .put("truth", Tree.literal(true))
                .put("version", Tree.text("1.10"))
                .put("odd", "\"é\\ 日本 \n\u0000\u2028\ud83d\ude00")
                .put("list", Tree.list(List.of(Tree.text(""), Tree.map().build(), Tree.list(List.of()))))
                .build();
    }

    @Test
    void at_first_nothing_is_open_and_nothing_remembered() throws IOException {
        assertEquals(List.of(), journal().open());
        assertEquals(Optional.empty(), journal().memory());
    }

    @Test
    void what_was_appended_is_read_as_it_was_and_in_order() throws IOException {
        var writer = journal();
        for (int number = 0; number < 3; number++) {
            writer.append(record(number));
            assertEquals(records(0, number), journal().open());
            assertEquals(records(0, number), writer.open());
        }
    }

    private static List<Tree> records(int from, int to) {
        var records = new ArrayList<Tree>();
        for (int number = from; number <= to; number++) {
            records.add(record(number));
        }
        return records;
    }

    @Test
    void a_twin_that_starts_anew_goes_on_where_the_last_one_stopped() throws IOException {
        for (int number = 0; number < 3; number++) {
            journal().append(record(number));
        }
        assertEquals(records(0, 2), journal().open());
    }

    @Test
    void a_closed_run_leaves_its_memory_and_nothing_open() throws IOException {
        journal().append(record(1));
        journal().close(record("memory"));
        assertEquals(List.of(), journal().open());
        assertEquals(Optional.of(record("memory")), journal().memory());
    }

    @Test
    void the_next_run_begins_with_its_own_first_record_and_the_memory_stays() throws IOException {
        var writer = journal();
        writer.append(record(1));
        writer.close(record("memory"));
        writer.append(record(2));
        assertEquals(List.of(record(2)), journal().open());
        assertEquals(Optional.of(record("memory")), journal().memory());
    }

    @Test
    void the_newest_memory_counts() throws IOException {
        for (int run = 0; run < 3; run++) {
            journal().append(record(run));
            journal().close(record("memory " + run));
        }
        assertEquals(Optional.of(record("memory 2")), journal().memory());
        assertEquals(List.of(), journal().open());
    }

    @Test
    void a_run_of_which_nothing_was_written_can_be_closed_too() throws IOException {
        journal().close(record("one"));
        assertEquals(Optional.of(record("one")), journal().memory());
        journal().close(record("two"));
        assertEquals(Optional.of(record("two")), journal().memory());
        journal().append(record(1));
        assertEquals(List.of(record(1)), journal().open());
    }
}
