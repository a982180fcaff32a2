package dev.twinsync.os.worker;

import dev.twinsync.domain.Digest;
import dev.twinsync.domain.shape.Shape;
import dev.twinsync.domain.shape.Tree;
import dev.twinsync.port.Scope;
import java.util.List;

/** What the root side can be asked. Actions are trees until the kind that they belong to is known. */
sealed interface Request {

    Shape<Request> SHAPE = RequestShapes.SHAPE;

    /** What is about actions of one plugin. */
    sealed interface AboutActions extends Request {
        String plugin();

        List<Tree> actions();
    }

    /**
     * The first one.
     *
     * @param repository the absolute path of the twin's repository, in which the root side changes nothing
     * @param programs of other people that will be needed
     */
    record Hello(long protocol, String repository, List<RootProgram> programs) implements Request {
        public Hello {
            programs = List.copyOf(programs);
        }

        Hello(long protocol, String repository) {
            this(protocol, repository, List.of());
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

    /** Make what is on probation last. */
    record Keep(String plugin, List<Tree> actions) implements AboutActions {}

    /** Take back what is on probation. */
    record TakeBack(String plugin, List<Tree> actions) implements AboutActions {}
}
