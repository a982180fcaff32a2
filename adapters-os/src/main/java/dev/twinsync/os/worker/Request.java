package dev.twinsync.os.worker;

import dev.twinsync.domain.Digest;
import dev.twinsync.domain.files.CaptureRules;
import dev.twinsync.domain.files.TargetPath;
import dev.twinsync.domain.logs.LogsConfig;
import dev.twinsync.domain.plugin.ProgramName;
import dev.twinsync.domain.shape.Shape;
import dev.twinsync.domain.shape.Tree;
import dev.twinsync.port.Backups;
import dev.twinsync.port.Scope;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the root side can be asked. Actions are trees until the kind that they belong to is known. */
sealed interface Request {

    Shape<Request> SHAPE = RequestShapes.SHAPE;

    /** What is about actions of one plugin. */
    sealed interface AboutActions extends Request {
        String plugin();

        List<Tree> actions();

        /** Whether something on the machine may be another thing afterwards. */
        default boolean changes() {
            return switch (this) {
                case Apply _, Mend _, Renew _, Keep _, TakeBack _ -> true;
                case Foresee _, Group _, Need _, Obstacles _ -> false;
            };
        }
    }

    /**
     * The first one.
     *
     * @param repository the absolute path of the twin's repository, in which the root side changes nothing
     * @param programs of other people that will be needed
     * @param keepDays for how many days what was replaced or removed is to be kept for undo
     */
    record Hello(long protocol, String repository, List<RootProgram> programs, long keepDays) implements Request {
        public Hello {
            programs = List.copyOf(programs);
        }

        Hello(long protocol, String repository) {
            this(protocol, repository, List.of(), Backups.USUAL_DAYS);
        }
    }

    /** What is there. */
    record Observe(String plugin, Scope scope) implements Request {}

    /** What else would happen. */
    record Foresee(String plugin, List<Tree> actions) implements AboutActions {}

    /** Which actions belong together. */
    record Group(String plugin, List<Tree> actions) implements AboutActions {}

    /** Which content must be handed over before these actions. */
    record Need(String plugin, List<Tree> actions) implements AboutActions {}

    /**
     * A part of some content, of which the parts follow each other.
     *
     * @param from how many bytes went before; none: it begins anew
     * @param last whether it is whole with this part
     */
    record Hand(Digest digest, long from, String base64, boolean last) implements Request {}

    /** One transaction. */
    record Apply(String plugin, List<Tree> actions) implements AboutActions {}

    /** Put right what a transaction that was cut off has left. */
    record Mend(String plugin, List<Tree> actions) implements AboutActions {}

    /** Fetch anew what these are foretold by. */
    record Renew(String plugin, List<Tree> actions) implements AboutActions {}

    /** Make what is on probation last. */
    record Keep(String plugin, List<Tree> actions) implements AboutActions {}

    /** Take back what is on probation. */
    record TakeBack(String plugin, List<Tree> actions) implements AboutActions {}

    /** Why whoever works there must not even try these actions, each for itself. */
    record Obstacles(String plugin, List<Tree> actions) implements AboutActions {}

    /** What only a twin on another machine asks, of who was started to serve one. */
    sealed interface OfGuest extends Request {}

    /**
     * The first one, instead of {@link Hello}: the twin's repository is on the other machine.
     *
     * @param rules which files are recorded without being named
     * @param networkTimeout how long a changed network is on probation, in seconds
     * @param homeAssistant the folder of the configuration of the Home Assistant that is meant; empty: there is but one
     * @param keepDays as for {@link Hello}
     */
    record Visit(
            long protocol, CaptureRules rules, long networkTimeout, Optional<TargetPath> homeAssistant, long keepDays)
            implements OfGuest {

        static Visit of(Reception.Order order) {
            return new Visit(
                    Wire.PROTOCOL,
                    order.files(),
                    order.networkTimeout().toSeconds(),
                    order.homeAssistant(),
                    order.keepDays());
        }
    }

    /** That no other twin may change the machine until this one is served or gives it back. @param patience in milliseconds */
    record Lock(long patience) implements OfGuest {}

    record Unlock() implements OfGuest {}

    /**
     * A part of what a file of the machine holds; the parts follow each other.
     *
     * @param key of the thing that has the content
     * @param number which reading this is part of: several may be under way
     * @param from how many bytes went before; none: it begins
     */
    record Fetch(String plugin, String key, long number, long from) implements OfGuest {}

    /**
     * What one log plugin reads.
     *
     * @param marks how far it had read at the last capture, as it said then; may be empty
     */
    record Capture(String plugin, LogsConfig wanted, Map<String, String> marks) implements OfGuest {
        public Capture {
            marks = Map.copyOf(marks);
        }
    }

    /** Which program of other people would be started. */
    record Find(ProgramName program) implements OfGuest {}

    /**
     * That a program of other people is one more plugin, for as long as the guest stays.
     *
     * @param root whether only root may carry out what it does
     */
    record Engage(RootProgram program, boolean root) implements OfGuest {}
}
