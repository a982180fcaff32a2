package dev.twinsync.git.past;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.twinsync.domain.Property;
import dev.twinsync.port.RepoCommit;
import dev.twinsync.port.SharedHistory.Relation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.eclipse.jgit.internal.storage.dfs.DfsRepositoryDescription;
import org.eclipse.jgit.internal.storage.dfs.InMemoryRepository;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.revwalk.RevCommit;
import org.junit.jupiter.api.Test;

/** How two histories stand to each other, whatever the clocks said of those who made them. */
class AncestryTest {

    private final InMemoryRepository git = new InMemoryRepository(new DfsRepositoryDescription("past"));
    private final Ancestry ancestry = new Ancestry(git);

    /** Of the commits, so that none is the same as another one. */
    private int number;

    /** What the clock said at each commit, in seconds: of what both have, and of what each of them has besides. */
    private record Fork(List<Long> common, List<Long> own, List<Long> theirs) {}

    private static Arbitrary<Fork> forks() {
        var anyTime = Arbitraries.longs().between(1, 4_000_000_000L).list();
        return Combinators.combine(anyTime.ofMinSize(1).ofMaxSize(20), anyTime.ofMaxSize(20), anyTime.ofMaxSize(20))
                .as(Fork::new);
    }

    private List<ObjectId> on(Optional<ObjectId> parent, List<Long> times) throws IOException {
        var made = new ArrayList<ObjectId>();
        for (long time : times) {
            made.add(commit(
                    time,
                    (made.isEmpty() ? parent : Optional.of(made.getLast()))
                            .stream().toList()));
        }
        return made;
    }

    private ObjectId commit(long time, List<ObjectId> parents) throws IOException {
        try (var inserter = git.newObjectInserter()) {
            var commit = new CommitBuilder();
            commit.setTreeId(inserter.insert(Constants.OBJ_TREE, new byte[0]));
            commit.setParentIds(parents);
            var who = new PersonIdent("a", "a@example.org", Instant.ofEpochSecond(time), ZoneOffset.UTC);
            commit.setAuthor(who);
            commit.setCommitter(who);
            commit.setMessage("commit " + number++);
            var made = inserter.insert(commit);
            inserter.flush();
            return made;
        }
    }

    private void assertToldApart(Fork fork) throws IOException {
        var base = on(Optional.empty(), fork.common()).getLast();
        var own = on(Optional.of(base), fork.own());
        var theirs = on(Optional.of(base), fork.theirs());
        var head = own.isEmpty() ? base : own.getLast();
        var other = theirs.isEmpty() ? base : theirs.getLast();
        assertEquals(Optional.of(base), ancestry.base(head, other));
        assertEquals(own, ids(ancestry.beyond(head, Optional.of(other))));
        assertEquals(theirs, ids(ancestry.beyond(other, Optional.of(head))));
        assertEquals(
                theirs.reversed().stream().map(ObjectId::name).toList(),
                ancestry.told(other, head).stream().map(RepoCommit::id).toList());
        assertEquals(relation(own, theirs), ancestry.relation(head, other));
        assertEquals(theirs.isEmpty(), ancestry.isPartOf(other, head));
    }

    private static Relation relation(List<ObjectId> own, List<ObjectId> theirs) {
        if (own.isEmpty()) {
            return theirs.isEmpty() ? Relation.SAME : Relation.BEHIND;
        }
        return theirs.isEmpty() ? Relation.AHEAD : Relation.DIVERGED;
    }

    private static List<ObjectId> ids(List<RevCommit> commits) {
        return commits.stream().map(RevCommit::copy).toList();
    }

    @Test
    void each_side_has_its_own_commits_besides_whatever_the_clocks_said() {
        Property.forAll(forks(), fork -> {
            try {
                assertToldApart(fork);
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        });
    }

    /** There are two newest commits then that both are built upon. */
    @Test
    void what_was_merged_crosswise_is_no_ones_own() throws IOException {
        var base = commit(100, List.of());
        var left = commit(300, List.of(base));
        var right = commit(200, List.of(base));
        var own = commit(400, List.of(left, right));
        var theirs = commit(50, List.of(right, left));
        var head = commit(60, List.of(own));
        var other = commit(500, List.of(theirs));
        assertEquals(List.of(own, head), ids(ancestry.beyond(head, Optional.of(other))));
        assertEquals(List.of(theirs, other), ids(ancestry.beyond(other, Optional.of(head))));
        assertEquals(
                List.of(other.name(), theirs.name()),
                ancestry.told(other, head).stream().map(RepoCommit::id).toList());
    }

    /** As a Raspberry Pi makes them that has not heard from the network since it was started. */
    @Test
    void commits_of_a_clock_that_was_years_behind_make_none_of_the_common_ones_own() throws IOException {
        var inJune = List.of(1_780_000_000L, 1_780_000_001L, 1_780_000_002L);
        var in2019 = LongStream.range(0, 12)
                .mapToObj(second -> 1_550_000_000L + second)
                .toList();
        assertToldApart(new Fork(inJune, List.of(1_790_000_000L), in2019));
    }
}
