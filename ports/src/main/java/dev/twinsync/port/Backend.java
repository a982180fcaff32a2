package dev.twinsync.port;

import dev.twinsync.domain.Action;
import dev.twinsync.domain.Keyed;
import dev.twinsync.domain.Observation;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The real component behind one kind: dpkg, systemd, a crontab. It looks and it acts; whether an action did what it
 * should is judged by looking again, never by what the component says of itself.
 */
public interface Backend<L extends Keyed, A extends Action> extends Sight<L, A> {

    /**
     * Whether it is the business of the user who runs twin alone, as a desktop is: root is never asked to look at it or to change
     * it, also where root does other work in the same run.
     */
    default boolean isPersonal() {
        return false;
    }

    /** How the actions are to be grouped: each list is attempted as one. Apt wants all of them at once. */
    default List<List<A>> transactions(List<A> actions) {
        return actions.stream().map(List::of).toList();
    }

    /**
     * A look at what these actions are about, by whoever would carry them out: it may see more than others.
     *
     * @param also keys that are wanted besides
     */
    default Observation<L> observe(List<A> actions, Set<String> also) {
        var keys =
                Stream.concat(actions.stream().map(Keyed::key), also.stream()).collect(Collectors.toSet());
        return observe(new Scope.Only(keys));
    }

    /** What another hand saw, without what this one does not tell: root sees secrets that it has no words for. */
    default Observation<L> discreet(Observation<L> seen) {
        return seen;
    }

    /**
     * Brings the component itself back into order after a transaction was cut off, by a kill or a power cut, and takes
     * away what it left behind; the actions are not carried on. There may be nothing to do.
     */
    default Attempt mend(List<A> cutOff, Progress progress) {
        return new Attempt.Ran();
    }

    /**
     * Fetches anew what the component foretells by, once an earlier stage may have changed where that comes from: apt's lists, after
     * its sources. There may be nothing to do.
     *
     * @param waiting what could not be foretold by what it has
     */
    default Attempt renew(List<A> waiting, Progress progress) {
        return new Attempt.Ran();
    }

    /** Tries one transaction, with a report of how far it is. */
    Attempt apply(List<A> transaction, Progress progress);

    /** Makes what is on probation last. A component that has taken it back already refuses: this answers ran or refused. */
    default Attempt keep(List<A> transaction) {
        return new Attempt.Ran();
    }

    /** Takes back now what is on probation, and returns once that is done; the next look tells whether it worked. */
    default Attempt takeBack(List<A> transaction) {
        return new Attempt.Ran();
    }
}
