package dev.twinsync.domain.logs;

import static dev.twinsync.domain.shape.Field.required;
import static dev.twinsync.domain.shape.Field.withDefault;

import dev.twinsync.domain.shape.RecordShape;
import dev.twinsync.domain.shape.Shape;
import java.util.List;

/**
 * Attempts to get in that were refused, each counted once however many lines it left.
 *
 * @param counts of all of them
 * @param by the groups with the most first, 50 at most; where there were more than a log of one machine should have, a group
 *     has at least so many
 * @param moreGroups how many groups were left out of {@code by}; one that was forgotten and came back is two
 */
public record AuthFailures(Counts counts, List<Group> by, long moreGroups) {

    public static final AuthFailures NONE = new AuthFailures(Counts.NONE, List.of(), 0);

    static final Shape<AuthFailures> SHAPE = shape();

    public AuthFailures {
        by = List.copyOf(by);
    }

    /**
     * @param service {@code sshd}, {@code sudo} or {@code su}
     * @param user the account that was tried; {@code (not shown)} for what is no name of an account
     * @param from an address or the name of a host; {@code local} within the machine, {@code unknown} where it was gone
     */
    public record Group(String service, String user, String from, Counts counts) {}

    private static Shape<AuthFailures> shape() {
        var counts = required("counts", Counts.SHAPE, AuthFailures::counts);
        var by = withDefault("by", Shape.list(group()), List.of(), AuthFailures::by);
        var more = withDefault("more_groups", Shape.number(), 0L, AuthFailures::moreGroups);
        return new RecordShape<>(
                List.of(counts, by, more), line -> new AuthFailures(line.get(counts), line.get(by), line.get(more)));
    }

    private static Shape<Group> group() {
        var service = required("service", Shape.text(), Group::service);
        var user = required("user", Shape.text(), Group::user);
        var from = required("from", Shape.text(), Group::from);
        var counts = required("counts", Counts.SHAPE, Group::counts);
        return new RecordShape<>(
                List.of(service, user, from, counts),
                line -> new Group(line.get(service), line.get(user), line.get(from), line.get(counts)));
    }
}
